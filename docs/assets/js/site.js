/**
 * The colours a reader chose, and where the search box leads.
 *
 * Runs before the first paint, so that no page flashes in the wrong colours. Without it the page follows the colours
 * of the system and the search box leads to the A-Z index. Only the choice of colours is kept, nothing a reader read.
 */
(() => {
  const KEY = "colours";
  const $root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage may be forbidden; the choice then lasts for one page.
    }
  };

  const keep = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // See above.
    }
  };

  const isDark = () =>
    $root.dataset.mdColorScheme
      ? $root.dataset.mdColorScheme === "slate"
      : matchMedia("(prefers-color-scheme: dark)").matches;

  $root.classList.add("js");
  if (["default", "slate"].includes(kept())) {
    $root.dataset.mdColorScheme = kept();
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const $button of document.querySelectorAll("[data-scheme-toggle]")) {
      $button.setAttribute("aria-pressed", String(isDark()));
      $button.addEventListener("click", () => {
        $root.dataset.mdColorScheme = isDark() ? "default" : "slate";
        $button.setAttribute("aria-pressed", String(isDark()));
        keep($root.dataset.mdColorScheme);
      });
    }
    for (const $form of document.querySelectorAll("form[data-search-url]")) {
      $form.action = $form.dataset.searchUrl;
    }
  });
})();
