/**
 * Lets the browser keep pages for use without a network, and hands a page on through the phone's own share sheet.
 *
 * Without it the page needs a network, and the share link leads to WhatsApp.
 */
const $share = document.querySelector("[data-share]");

if ($share && navigator.share) {
  $share.textContent = $share.dataset.share;
  $share.addEventListener("click", (event) => {
    event.preventDefault();
    const { href: url } = document.querySelector("link[rel=canonical]");
    navigator.share({ title: document.title, url }).catch(() => {}); // The reader may close the sheet.
  });
}

const $worker = document.querySelector("script[data-worker]");

const keep = async () => {
  const address = new URL($worker.dataset.worker, location.href).href;
  const createScriptURL = (url) => (url === address ? url : "");
  const named = globalThis.trustedTypes?.createPolicy("offline", { createScriptURL }).createScriptURL(address);
  await navigator.serviceWorker.register(named ?? address, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ keep: document.documentElement.lang });
};

if ($worker && navigator.serviceWorker) {
  keep().catch(() => {}); // Browsers may forbid it; the page works without.
}
