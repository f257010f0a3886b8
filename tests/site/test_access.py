"""Nobody is shut out: WCAG 2.2 AA on every kind of page, language and scheme, however it is looked at or moved through."""

from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.site.kinds import every_page, kinds, one_of_each

Scheme = Literal["light", "dark"]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Links inside a sentence, and the numbers of sources, may be as high as their line (WCAG 2.5.8).
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary, input, select")]
    .filter((node) => node.getClientRects().length && !node.closest(".refs, label"))
    .filter((node) => getComputedStyle(node).display !== "inline" && !node.matches("input[type=checkbox], input[type=radio]"))
    .map((node) => [node.getBoundingClientRect(), node.outerHTML])
    .filter(([box]) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
    .map(([, html]) => html.slice(0, 200))"""
# Where the focus is: seen whole or in part, not covered, and drawn around.
FOCUSED = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  const style = getComputedStyle(node), after = getComputedStyle(node, "::after");
  const box = [...node.getClientRects()].find((each) => each.width && each.height) ?? node.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const spots = [0.1, 0.5, 0.9].map((part) => box.y + box.height * part).filter((y) => y >= 0 && y < innerHeight);
  const seen = spots.some((y) => {
    const top = document.elementFromPoint(x, y);
    return top && (node.contains(top) || top.contains(node) && !top.closest(".md-bar, .az-nav"));
  });
  const drawn = [style, after].some((each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2);
  return { html: node.outerHTML.slice(0, 160), seen, drawn };
}"""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: rule and elements."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]


def looked_at(browser: Browser, site_url: str, addresses: list[str], scheme: Scheme) -> dict[str, Any]:
    """What is wrong with each page on the narrowest screen."""
    wrong: dict[str, Any] = {}
    with browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme) as context:
        page = context.new_page()
        for address in addresses:
            page.goto(site_url + address)
            found: list[Any] = violations(page)
            found += page.evaluate(SMALL_TARGETS)
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                found.append("wider than the screen")
            if found:
                wrong[address] = found
    return wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_shuts_anybody_out(browser: Browser, built_site: Path, site_url: str, scheme: Scheme) -> None:
    """Names, order, landmarks, contrast of 7:1, targets of 44 pixels, nothing wider than 320 pixels."""
    assert {} == looked_at(browser, site_url, one_of_each(built_site), scheme)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(browser: Browser, built_site: Path, site_url: str, scheme: Scheme) -> None:
    """The same for every page that is published."""
    assert {} == looked_at(browser, site_url, every_page(built_site), scheme)


def test_pages_can_be_read_four_times_as_large(browser: Browser, built_site: Path, site_url: str) -> None:
    """At 400 % a screen of 1280 by 1024 shows 320 by 256: nothing sticks, nothing is cut off, nothing scrolls sideways."""
    wrong = []
    with browser.new_context(viewport={"width": 320, "height": 256}) as context:
        page = context.new_page()
        for address in one_of_each(built_site):
            page.goto(site_url + address)
            stuck = page.evaluate(
                "[...document.querySelectorAll('body *')].filter(n => ['sticky', 'fixed']"
                ".includes(getComputedStyle(n).position) && n.getBoundingClientRect().height > 60 && !n.closest('table')).length"
            )
            if page.evaluate("document.documentElement.scrollWidth") > 320 or stuck:
                wrong.append((address, stuck))

    assert wrong == []


def test_larger_letters_of_the_browser_are_kept(browser: Browser, site_url: str) -> None:
    """Who set letters twice as large in the browser gets them, and still no sideways scrolling."""
    with browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True) as context:
        page = context.new_page()
        for address in ("id/", "en/causes/deep-vein-thrombosis/", "id/cek-mandiri/", "id/cari/"):
            page.goto(site_url + address)
            before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)")
            page.add_style_tag(content="html { font-size: 200%; }")
            after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)")

            assert after == pytest.approx(2 * before)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize("address", ["", "id/", "en/complaints/calf-cramp/", "id/a-z/", "en/self-check/", "id/cari/"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    page: Page, site_url: str, address: str, size: tuple[int, int]
) -> None:
    """Every stop is in view, uncovered and outlined, forwards and backwards."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site_url + address)
    lost = []
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 25:
        page.keyboard.press(key)
        found = page.evaluate(FOCUSED)
        if found and not (found["seen"] and found["drawn"]):
            lost.append((key, found))

    assert lost == []


def test_the_skip_link_leads_past_the_header(page: Page, site_url: str) -> None:
    """Who moves by keyboard does not pass the menu on every page."""
    page.goto(site_url + "en/causes/heat-cramps/")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    assert [] == violations(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_help_is_the_first_thing_on_every_page(built_site: Path) -> None:
    """One Tab leads to the emergency page and one more to the call, wherever somebody is."""
    for path in built_site.rglob("*.html"):
        tree = HTMLParser(path.read_text(encoding="utf-8"))
        stops = [link.attributes.get("href") or "" for link in tree.css("body a[href], body button, body input")]
        if tree.css_first("body.md-page"):
            assert stops[0].endswith(("/darurat/", "/emergency/")), path
            assert "tel:119" in stops[:3], path


def test_nothing_leads_away_from_an_emergency_card(built_site: Path) -> None:
    """The call is its only link, beside the numbers of sources, which stay on the page."""
    cards = 0
    for path in built_site.rglob("*.html"):
        for card in HTMLParser(path.read_text(encoding="utf-8")).css(".card--emergency"):
            links = [link.attributes.get("href") or "" for link in card.css("a")]
            cards += 1
            assert [] == [link for link in links if not link.startswith(("tel:", "#s"))], path

    assert cards > 200


def test_forced_colours_keep_results_and_choices_apart(browser: Browser, site_url: str) -> None:
    """The alarm of the search, the chosen result and the buttons of the self-check have edges of their own."""
    edge = "node => { const style = getComputedStyle(node); return [style.borderTopWidth, style.outlineWidth].map(parseFloat); }"
    with browser.new_context(forced_colors="active", viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.goto(site_url + "id/cari/#q=betis+bengkak+sesak+napas")
        assert page.locator("[data-search-red-flag]").evaluate(edge)[0] >= 1
        page.goto(site_url + "id/")
        page.locator("main input[type=search]").fill("kram")
        page.locator("main [role=option]").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert page.locator("main [role=option][aria-selected=true]").evaluate(edge)[1] >= 2
        page.goto(site_url + "id/cek-mandiri/")
        assert page.locator("[data-selfcheck-next]").evaluate(edge)[0] >= 1
        page.locator("[data-selfcheck-screen]:visible input").first.focus()
        page.keyboard.press("Space")
        assert max(page.locator("input:focus-visible").evaluate(edge)) >= 2


def test_forced_colours_keep_what_tells_things_apart(browser: Browser, site_url: str) -> None:
    """In a high-contrast theme urgency cards, buttons and icons still stand out."""
    with browser.new_context(forced_colors="active", viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.goto(site_url + "id/penyebab/bekuan-darah-kaki/")
        widths = page.evaluate(
            "['.card--emergency', '.card--same-day', '.button--emergency', '.md-emergency__page']"
            ".map(each => parseFloat(getComputedStyle(document.querySelector(each)).borderTopWidth))"
        )
        icons = page.evaluate(
            "[...document.querySelectorAll('.icon')].filter(n => n.getClientRects().length)"
            ".map(n => [getComputedStyle(n).backgroundColor, getComputedStyle(n.closest('a, button, summary') ?? document.body).backgroundColor])"
        )

    assert all(width >= 1 for width in widths)
    assert icons
    assert all(colour != behind for colour, behind in icons)


def test_nothing_moves_for_who_asked_for_calm(browser: Browser, built_site: Path, site_url: str) -> None:
    """With reduced motion there is no animation, no transition and no smooth scrolling."""
    moving = """() => [document.documentElement, ...document.querySelectorAll("*")].filter((node) => {
        const style = getComputedStyle(node);
        return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01
          || style.scrollBehavior === "smooth";
      }).map((node) => node.className)"""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        wrong = {}
        for address in one_of_each(built_site):
            page.goto(site_url + address)
            if found := page.evaluate(moving):
                wrong[address] = found

    assert wrong == {}


def test_titles_in_another_language_say_so(browser: Browser, built_site: Path, site_url: str) -> None:
    """A screen reader changes its voice for the titles of sources and for the other language's name."""
    page = browser.new_page()
    for name, address in kinds(built_site):
        page.goto(site_url + address)
        silent = page.evaluate(
            "[...document.querySelectorAll('.refs-list > li, .source-list > li')].filter(n => !n.querySelector('[lang]')).length"
        )
        assert silent == 0, name
        assert page.locator("header [hreflang][lang]").count() >= 1, name
    page.close()
