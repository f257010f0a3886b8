/**
 * The self-check as one question at a time. Answers live in this module's memory and nowhere else.
 *
 * Focus moves to the heading of each new screen, so that screen readers read it and the keyboard goes on from there.
 */

import { assess, findingOf, nextItems } from "./engine.mjs";
import { element, fill, find } from "./elements.mjs";
import { resultOf } from "./result.mjs";

const ABOUT = 9;

/** Turns the form into the self-check. */
export async function start($form) {
  const { default: data } = await import(new URL($form.dataset.selfcheckModel, document.baseURI).href);
  for (const $static of document.querySelectorAll("[data-selfcheck-static]")) $static.remove();
  const $signs = find(document, "[data-selfcheck-signs]");
  const $place = document.createComment("");
  $signs.before($place);
  const $net = find(document, "[data-selfcheck-net]");
  const $waiting = find(document, "[data-selfcheck-waiting]");
  $net.remove();
  $waiting.remove();
  /** Screens in the order they were answered, each with the answers given on it. */
  let steps = [];
  /** Every answer ever given, to fill in a screen that is shown again. */
  let memory = {};

  const answers = (until = steps.length) => Object.assign({}, ...steps.slice(0, until).map((step) => step.given));

  const show = ($content, $heading) => {
    $form.replaceChildren(...$content);
    if (!$heading) return;
    $heading.focus({ preventScroll: true });
    $form.scrollIntoView({ block: "start", behavior: "instant" });
  };

  const ask = (focus = true) => {
    const found = nextItems(data.model, answers());
    if (!found) return conclude();
    // The emergency signs stand before the first question and with every result.
    if (steps.length) $signs.remove();
    else $place.after($signs);
    const $screen = screenOf(data, found, memory, steps.length);
    const $heading = find($screen, "h2");
    show([$screen], focus ? $heading : null);
  };

  const conclude = () => {
    const given = answers();
    $signs.remove();
    const $result = resultOf(data, given, assess(data.model, given), steps, { $net, $signs, $waiting });
    show([$result], find($result, "h2"));
  };

  const restart = () => {
    steps = [];
    memory = {};
    ask();
  };

  const goTo = (place) => {
    steps = steps.slice(0, place);
    ask();
  };

  $form.addEventListener("submit", (event) => {
    event.preventDefault();
    const $screen = $form.querySelector("[data-selfcheck-screen]");
    if (!$screen) return;
    const given = answersOf($screen);
    const problems = problemsOf(data, $screen, given);
    if (problems.length) return complain(data, $screen, problems);
    Object.assign(memory, given);
    steps.push({ screen: $screen.dataset.selfcheckScreen, given });
    ask();
  });

  $form.addEventListener("click", (event) => {
    const $button = event.target.closest("button");
    if (!$button) return;
    if ("selfcheckBack" in $button.dataset) {
      const $screen = $form.querySelector("[data-selfcheck-screen]");
      if ($screen) Object.assign(memory, answersOf($screen));
      goTo(steps.length - 1);
    } else if ("selfcheckRestart" in $button.dataset) restart();
    else if ("selfcheckChange" in $button.dataset) goTo(Number($button.dataset.selfcheckChange));
    else if ("selfcheckLeave" in $button.dataset) {
      steps = [];
      memory = {};
      $form.replaceChildren();
      location.replace(data.home);
    }
  });

  $form.addEventListener("change", (event) => keepTogether($form, event.target));
  // A page that comes back from the browser's memory starts anew.
  addEventListener("pageshow", (event) => event.persisted && restart());
  ask(false);
}

/** "None of these" and a tick exclude each other, and so do "yes" and "not sure" of one finding. */
function keepTogether($form, $changed) {
  if (!$changed.checked || $changed.type !== "checkbox") return;
  const boxes = [...$form.querySelectorAll("input[type=checkbox]")];
  const isNone = "selfcheckNone" in $changed.dataset;
  for (const $box of boxes) {
    if ($box === $changed) continue;
    const none = "selfcheckNone" in $box.dataset;
    const rival = $box.name === $changed.name && ($box.value === "unknown" || $changed.value === "unknown");
    if (isNone || none || rival) $box.checked = false;
  }
}

/** One screen: choices first, then the list to tick. */
function screenOf(data, found, memory, place) {
  const { words } = data;
  const text = data.screens[found.screen];
  const names = [...new Set(found.items.map(findingOf))];
  const choices = names.filter((name) => found.items.includes(name) && data.findings[name].o);
  const ticks = names.filter((name) => !choices.includes(name));
  const number = String(place + 1);
  const title = choices.length === 1 && !ticks.length ? null : text.t;
  const step = fill(words.step, { number, about: String(Math.max(ABOUT, place + 1)) });
  const again = place > 0 && names.every((name) => Object.hasOwn(memory, name));
  return element(
    "div",
    { "data-selfcheck-screen": found.screen, class: "selfcheck__screen" },
    element("p", { class: "selfcheck__step" }, step),
    element("progress", { max: String(Math.max(ABOUT, place + 1)), value: number, "aria-label": step }),
    element("h2", { tabindex: "-1", id: "selfcheck-title" }, title ?? data.findings[choices[0]].q),
    element("div", { "data-selfcheck-errors": true }),
    place ? null : element("p", {}, element("strong", {}, words.signs_first)),
    text.l ? element("p", {}, text.l) : null,
    ...choices.map((name) => choiceOf(data, name, memory[name], title !== null)),
    ticks.length ? ticksOf(data, ticks, found.items, memory, again || ticks.every((name) => memory[name] === "no")) : null,
    element(
      "div",
      { class: "selfcheck__buttons" },
      element("button", { type: "submit", class: "button", "data-selfcheck-next": true }, words.next),
      place ? element("button", { type: "button", class: "button button--quiet", "data-selfcheck-back": true }, words.back) : null,
      place ? element("button", { type: "button", class: "button button--quiet", "data-selfcheck-restart": true }, words.restart) : null,
      place ? element("button", { type: "button", class: "button button--quiet", "data-selfcheck-leave": true }, words.leave) : null,
    ),
  );
}

/** A question with one answer out of several. */
function choiceOf(data, name, given, withQuestion) {
  const text = data.findings[name];
  const options = [...Object.entries(text.o), ["unknown", text.u ?? data.words.unknown]];
  return element(
    "fieldset",
    { "data-question": name, class: "selfcheck__list" },
    element("legend", withQuestion ? {} : { class: "hidden" }, text.q),
    text.h ? element("p", { class: "selfcheck__hint" }, text.h) : null,
    ...options.map(([value, label]) => boxOf("radio", name, value, label, given === value)),
  );
}

/** A list of findings to tick, with an explicit "none of these". */
function ticksOf(data, names, items, memory, none) {
  const { words } = data;
  const fitting = names.some((name) => Object.hasOwn(memory, name) && memory[name] !== "no");
  return element(
    "fieldset",
    { class: "selfcheck__list", "data-selfcheck-ticks": true, "aria-labelledby": "selfcheck-title selfcheck-tick" },
    element("p", { class: "selfcheck__hint", id: "selfcheck-tick" }, words.tick),
    ...names.map((name) => tickOf(data, name, items, memory[name])),
    element(
      "div",
      { class: "selfcheck__row selfcheck__row--none" },
      boxOf("checkbox", "none", "none", words.none, none && !fitting, { "data-selfcheck-none": true }),
    ),
  );
}

/** A finding to tick: yes, or each answer that is asked; and "not sure". */
function tickOf(data, name, items, given) {
  const text = data.findings[name];
  const options = items.filter((item) => findingOf(item) === name && item !== name).map((item) => item.slice(name.length + 1));
  const $unsure = boxOf("checkbox", name, "unknown", data.words.unsure, given === "unknown", {
    "aria-label": `${data.words.unsure}: ${options.length ? text.t : text.q}`,
  });
  $unsure.classList.add("selfcheck__unsure");
  const boxes = options.length
    ? options.map((option) => boxOf("checkbox", name, option, text.o[option], given === option))
    : [boxOf("checkbox", name, "yes", text.q, given === "yes", {}, text.h)];
  const hint = options.length > 1 && text.h ? element("small", {}, text.h) : null;
  return element("div", { "data-question": name, class: "selfcheck__row" }, element("div", {}, hint, ...boxes), $unsure);
}

/** A box with its label; both are one target. */
function boxOf(type, name, value, label, checked, more = {}, hint = "") {
  const $input = element("input", { type, name, value, autocomplete: "off", ...more });
  $input.checked = Boolean(checked);
  const $words = element("span", {}, label, hint ? element("small", {}, hint) : null);
  return element("label", { class: "selfcheck__box" }, $input, $words);
}

/** The answers that stand on a screen. What is not ticked is answered with no once the list is answered. */
function answersOf($screen) {
  const given = {};
  for (const $question of $screen.querySelectorAll("[data-question]")) {
    const $chosen = $question.querySelector("input:checked");
    if ($chosen) given[$question.dataset.question] = $chosen.value;
    else if ($question.closest("[data-selfcheck-ticks]")) given[$question.dataset.question] = "no";
  }
  return given;
}

/** What is not answered yet: the first field of each, and what to say about it. */
function problemsOf(data, $screen, given) {
  const problems = [];
  for (const $choice of $screen.querySelectorAll("fieldset[data-question]")) {
    const name = $choice.dataset.question;
    if (given[name]) continue;
    problems.push([$choice, fill(data.words.error_one, { question: data.findings[name].q })]);
  }
  const $ticks = $screen.querySelector("[data-selfcheck-ticks]");
  if ($ticks && !$ticks.querySelector("input:checked")) problems.push([$ticks, data.words.error_list]);
  return problems;
}

/** An error summary that leads to each field; focus moves to it, so that it is read at once. */
function complain(data, $screen, problems) {
  const $links = problems.map(([$field, words], number) => {
    const $input = find($field, "input");
    $input.id = `selfcheck-field-${number}`;
    $field.setAttribute("aria-invalid", "true");
    const $link = element("a", { href: `#${$input.id}` }, words);
    // Following the link would change the address, so the focus moves without it.
    $link.addEventListener("click", (event) => {
      event.preventDefault();
      $input.focus();
    });
    return element("li", {}, $link);
  });
  const $summary = element(
    "div",
    { class: "selfcheck__errors", role: "alert", tabindex: "-1" },
    element("p", {}, element("strong", {}, data.words.error)),
    element("ul", {}, ...$links),
  );
  find($screen, "[data-selfcheck-errors]").replaceChildren($summary);
  $summary.focus({ preventScroll: true });
  $summary.scrollIntoView({ block: "start", behavior: "instant" });
}
