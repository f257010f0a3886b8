/**
 * The button for colours, where the search box leads, and the start of search on its first focus.
 *
 * The colours that were chosen are set by the one script inside each page (`FIRST_SCRIPT` in sehat/publish/headers.py),
 * before the first paint. Without scripts the page follows the colours of the system and the search box leads to the
 * A-Z index. Only the choice of colours is kept, nothing a reader read.
 */
const KEY = "colours";
const $root = document.documentElement;

const keep = (scheme) => {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // Storage may be forbidden; the choice then lasts for one page.
  }
};

const isDark = () =>
  $root.dataset.mdColorScheme
    ? $root.dataset.mdColorScheme === "slate"
    : matchMedia("(prefers-color-scheme: dark)").matches;

for (const $button of document.querySelectorAll("[data-scheme-toggle]")) {
  $button.setAttribute("aria-pressed", String(isDark()));
  $button.addEventListener("click", () => {
    $root.dataset.mdColorScheme = isDark() ? "default" : "slate";
    $button.setAttribute("aria-pressed", String(isDark()));
    keep($root.dataset.mdColorScheme);
  });
}

// Search is loaded when somebody begins to use it.
const search = async () => {
  document.removeEventListener("focusin", begin);
  const { start } = await import("../search/main.mjs");
  await start();
};
const begin = ({ target }) => {
  if (target?.closest?.("form[data-search-index]")) {
    search();
  }
};
document.addEventListener("focusin", begin);
begin({ target: document.activeElement }); // Somebody may have been quicker than this script.

if (document.querySelector("[data-search-input]") && /[?#&]q=./.test(location.href)) {
  search();
}

// Until search has started, its boxes lead to the search page; the query stands behind `#`, where it is not sent.
document.addEventListener("submit", (event) => {
  const $form = event.target;
  const $input = $form.querySelector("[data-search-input], [type=search]");
  if (event.defaultPrevented || !$input) return;
  event.preventDefault();
  const query = new URLSearchParams({ q: $input.value });
  if ($form.dataset.searchUrl) location.assign(`${$form.dataset.searchUrl}#${query}`);
  else search().catch(() => location.assign($form.dataset.searchWithout));
});
