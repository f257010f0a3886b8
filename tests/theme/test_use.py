"""The frame in a browser: colours that stay, a menu without a script, nothing that shuts anybody out."""

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from sehat.bench.serving import serving
from tests.build.project import run_build, whole_project

EVERY_RULE = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]}}
# Links inside a sentence may be as high as their line (WCAG 2.5.8); everything that stands alone must not.
# A tile of the home page is a target as a whole: its link covers it.
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary, input, select")]
    .filter((node) => node.getClientRects().length && !node.closest(".refs"))
    .filter((node) => getComputedStyle(node).display !== "inline")
    .map((node) => [(node.closest(".quick > li") ?? node).getBoundingClientRect(), node.outerHTML])
    .filter(([box]) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
    .map(([, html]) => html)"""


@pytest.fixture(scope="module")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built small sample: every kind of page, each short enough to look at in detail."""
    project = whole_project(tmp_path_factory.mktemp("sample"))
    result = run_build(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.mark.parametrize(("scheme", "rules"), [("light", EVERY_RULE), ("dark", COLOURS)])
def test_no_page_shuts_anybody_out(
    browser: Browser, sample_site: Path, scheme: Literal["light", "dark"], rules: dict[str, Any]
) -> None:
    """Contrast of 7:1, names, order, landmarks, targets a thumb can hit: on the narrowest screen, with the menu open."""
    listed = json.loads((sample_site / "api/v1/pages.json").read_text(encoding="utf-8"))
    one_of_each = {(page["kind"], page["entity"] if page["kind"] == "page" else ""): page["url"] for page in listed}
    wrong: dict[str, Any] = {}
    with (
        serving(sample_site) as site,
        browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme) as context,
    ):
        page = context.new_page()
        for address in ("", "404.html", *one_of_each.values()):
            page.goto(site + address)
            menu = page.locator(".md-nav__toggle > summary")
            if menu.count():
                menu.click()
            found = Axe().run(page, options=rules).response["violations"]
            too_small = page.evaluate(SMALL_TARGETS)
            if found or too_small:
                wrong[address] = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found], too_small

    assert {} == wrong


def test_chosen_colours_stay_and_nothing_else_is_kept(page: Page, site_url: str) -> None:
    """A choice made once holds on the next page, in the other language too; no page read is remembered."""
    page.emulate_media(color_scheme="light")
    page.goto(site_url + "id/darurat/")
    button = page.locator("[data-scheme-toggle]")
    expect(button).to_have_attribute("aria-pressed", "false")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")

    button.click()
    page.goto(site_url + "en/")

    expect(button).to_have_attribute("aria-pressed", "true")
    assert background != page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ["colours"] == page.evaluate("Object.keys(localStorage)")


def test_the_menu_opens_without_a_script(browser: Browser, site_url: str) -> None:
    """On a phone the menu is folded; folding must not lock it."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(site_url + "en/")
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Causes")
    expect(link).to_be_hidden()

    page.get_by_text("Menu", exact=True).click()
    link.click()

    expect(page).to_have_url(site_url + "en/causes/")
    context.close()
