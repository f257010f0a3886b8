"""How soon the self-check and search answer in a browser, at full speed and on a phone six times slower."""

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from sehat import browser
from sehat.bench.building import built
from sehat.bench.serving import CompressingHost, serving

SLOWER = 6
SELF_CHECKS = {"id": "id/cek-mandiri/", "en": "en/self-check/"}
SEARCHES = {"id": "id/cari/", "en": "en/search/"}
WORDS = {
    "id": ("kedutan", "betis bengkak", "obat kolesterol kram", "dehidarsi", "saraf kejepit"),
    "en": ("twitching", "swollen calf", "cholesterol tablet cramp", "dehidration", "trapped nerve"),
}
ROUNDS = 5
SELF_CHECK = """async () => {
  const { assess, nextItems } = await import("/assets/self-check/engine.mjs");
  const address = document.querySelector("[data-selfcheck]").dataset.selfcheckModel;
  const { default: { model } } = await import(new URL(address, location.href).href);
  const answers = {};
  const times = [];
  for (let next = nextItems(model, answers); next; ) {
    for (const item of next.items) answers[item.split("=")[0]] = "no";
    const started = performance.now();
    next = nextItems(model, answers);
    times.push(performance.now() - started);
  }
  const started = performance.now();
  assess(model, answers);
  times.push(performance.now() - started);
  return times;
}"""
SEARCH = """async (words) => {
  const $input = document.querySelector("[data-search-input]");
  const $results = document.querySelector("[data-search-results]");
  const times = [];
  for (const word of words) {
    const started = performance.now();
    const done = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if ($results.dataset.searchState === "done") {
          observer.disconnect();
          resolve();
        }
      }).observe($results, { attributes: true });
    });
    $input.value = word;
    $input.dispatchEvent(new Event("input"));
    await done;
    times.push(performance.now() - started);
  }
  return times;
}"""


def respond(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; the number of pages does not matter here."""
    project = built(root, work / "respond")
    path = browser.find(browser.this_machine())
    with serving(project / "site", host=CompressingHost) as site, sync_playwright() as playwright:
        options = ["--no-sandbox"] if browser.is_root() else []
        chromium = playwright.chromium.launch(executable_path=str(path) if path else None, args=options)
        for rate in (1, SLOWER):
            for locale in SELF_CHECKS:
                page = chromium.new_page()
                page.goto(site + SELF_CHECKS[locale])
                page.locator("[data-selfcheck-screen]").wait_for()
                slow_down(page, rate)
                yield line(f"self-check, next screen or result, {locale}, {rate}x", repeated(page, SELF_CHECK), 16)
                page.close()
                page = chromium.new_page()
                page.goto(f"{site}{SEARCHES[locale]}#q=kram")
                page.locator("[data-search-state=done]").wait_for()
                slow_down(page, rate)
                times = repeated(page, SEARCH, WORDS[locale])
                yield line(f"search, from the key to the results, {locale}, {rate}x", times, 100)
                page.close()
        chromium.close()


def slow_down(page: Page, rate: int) -> None:
    """Let the page's processor be so many times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def repeated(page: Page, script: str, words: Sequence[str] = ()) -> list[float]:
    """The times in milliseconds of several rounds; the first round only warms up."""
    rounds = [page.evaluate(script, list(words)) for _ in range(ROUNDS + 1)]
    return [time for each in rounds[1:] for time in each]


def line(name: str, times: Sequence[float], target: int) -> str:
    """The middle and the worst of the times."""
    return f"{name}: {statistics.median(times):.1f} ms, at most {max(times):.1f} (target {target})"
