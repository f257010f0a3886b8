/**
 * Reading aids: the meaning of a medical word in its place, and the page read aloud by a voice of this device.
 *
 * Without it a medical word leads to the glossary, and there is no button to listen. Only voices that speak on the
 * device are used: others would send the page to their maker.
 */
const $article = document.querySelector("article");
const lang = document.documentElement.lang;

/** A medical word shows its meaning below its sentence, which stays whole, and hides it again. */
for (const [number, $term] of document.querySelectorAll("a.term[data-meaning]").entries()) {
  const $meaning = document.createElement("span");
  $meaning.className = "term-meaning";
  $meaning.id = `meaning-${number}`;
  const $more = document.createElement("a");
  $more.href = $term.href;
  $more.textContent = $article.dataset.glossary;
  $meaning.append(`${$term.dataset.meaning} `, $more);
  const toggle = (event) => {
    event.preventDefault();
    const open = $term.getAttribute("aria-expanded") === "true";
    $term.setAttribute("aria-expanded", String(!open));
    if (open) {
      $meaning.remove();
      $term.removeAttribute("aria-controls");
    } else {
      $term.closest("p, li, dt, dd, td, th, figcaption").append($meaning);
      $term.setAttribute("aria-controls", $meaning.id);
    }
  };
  $term.setAttribute("role", "button");
  $term.setAttribute("aria-expanded", "false");
  $term.addEventListener("click", toggle);
  $term.addEventListener("keydown", (event) => {
    const close = event.key === "Escape" && $term.getAttribute("aria-expanded") === "true";
    if (event.key === " " || close) {
      toggle(event);
    }
  });
}

const $listen = document.querySelector("[data-listen]");
const BLOCKS = "h1, h2, h3, p, li, dt, dd, figcaption, caption, th, td";
const SILENT = ".aids, nav, form, sup, .hidden, .refs-list, #sources, .codes, .term-meaning, script";

/** What is read, block by block, without the numbers of sources. */
const spoken = () =>
  [...$article.querySelectorAll(BLOCKS)]
    .filter(($block) => !$block.closest(SILENT) && $block.getClientRects().length)
    .map(($block) => {
      const $copy = $block.cloneNode(true);
      $copy.querySelectorAll(`${SILENT}, ${BLOCKS}`).forEach(($each) => $each.remove());
      return $copy.textContent.trim();
    })
    .filter((words) => /\p{L}/u.test(words));

/** The language of a voice such as `en-GB`, `en_US`, or `in_ID`: Android still has the old code of Indonesian. */
const spokenBy = (voice) => voice.lang.toLowerCase().split(/[-_]/)[0].replace(/^in$/, "id");

/** The button is there as soon as a voice of the page's language is. */
const offer = () => {
  const voice = speechSynthesis.getVoices().find((each) => each.localService && spokenBy(each) === lang);
  $listen.hidden = !voice;
  return voice;
};

if ($listen && "speechSynthesis" in window) {
  const label = $listen.textContent;
  const stop = () => {
    speechSynthesis.cancel();
    $listen.textContent = label;
  };
  $listen.addEventListener("click", () => {
    if ($listen.textContent !== label) {
      stop();
      return;
    }
    const voice = offer();
    const blocks = spoken().map((words) => {
      const utterance = new SpeechSynthesisUtterance(words);
      utterance.lang = lang;
      utterance.voice = voice;
      return utterance;
    });
    blocks.at(-1).onend = stop;
    $listen.textContent = $listen.dataset.listen;
    speechSynthesis.cancel();
    blocks.forEach((utterance) => speechSynthesis.speak(utterance));
  });
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
  offer();
}
