"""The search page and the search boxes as readers use them: by keyboard, by ear, without a script, with bad input."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

AXE = {"rules": {"color-contrast-enhanced": {"enabled": True}}, "resultTypes": ["violations"]}
SEARCH_PAGES = {"id": "id/cari/", "en": "en/search/"}


def ask(page: Page, query: str) -> None:
    """Type into the search page and wait for the answer."""
    page.locator("input[data-search-input]").fill(query)
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", "done")
    page.wait_for_timeout(80)
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", "done")


def links(page: Page) -> list[str]:
    """The addresses of the results, in order."""
    found = page.locator("[data-search-result] a[href]")
    return [str(link.evaluate("link => link.pathname")) for link in found.all()]


@pytest.mark.parametrize(
    ("locale", "query", "expected"),
    [
        ("id", "betis kedutan terus knp ya", "/id/keluhan/kedutan-betis/"),
        ("en", "calf twiching", "/en/complaints/calf-twitching/"),
    ],
)
def test_a_link_with_a_query_shows_its_answer(
    page: Page, site_url: str, locale: str, query: str, expected: str
) -> None:
    """Addresses with `?q=` can be kept and passed on."""
    page.goto(f"{site_url}{SEARCH_PAGES[locale]}?q={query.replace(' ', '+')}")
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", "done")

    assert query == page.locator("input[type=search][data-search-input]").input_value()
    assert expected == links(page)[0]
    assert re.search(r"\d", page.locator("[data-search-status][role=status]").inner_text())
    assert 1 == page.locator("form[role=search] input[type=search][data-search-input]").count()


def test_nothing_is_loaded_before_the_first_focus(page: Page, site_url: str) -> None:
    """Readers who do not search pay nothing for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}id/")
    before = [url for url in asked if "/search/" in url or "index.json" in url]
    page.locator("main input[type=search]").focus()
    expect(page.locator("main input[type=search]")).to_have_attribute("role", "combobox")
    page.locator("main input[type=search]").fill("kram")
    expect(page.locator("main [role=listbox]")).to_be_visible()
    after = [url for url in asked if "/search/" in url or "index.json" in url]

    assert [] == before
    assert {"main.mjs", "view.mjs", "worker.mjs", "engine.mjs", "index.json", "search.css"} == {
        url.rpartition("/")[2] for url in after
    }


def test_the_box_is_used_by_keyboard(page: Page, site_url: str) -> None:
    """Arrow keys choose, Escape closes and then empties, Enter goes there, Tab leaves."""
    page.goto(f"{site_url}en/causes/")
    box = page.locator("header input[type=search]")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.press_sequentially("varicose")
    listbox = page.locator("header [role=listbox]")
    expect(listbox).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("header [role=status]")).to_have_text(re.compile(r"\d"))

    box.press("ArrowDown")
    chosen = page.locator("header [role=option][aria-selected=true]")
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    expect(listbox).to_be_hidden()
    assert "varicose" == box.input_value()
    box.press("Escape")
    assert "" == box.input_value()

    box.press_sequentially("varicose")
    expect(listbox).to_be_visible()
    box.press("Tab")
    expect(listbox).to_be_hidden()
    assert not box.evaluate("input => input === document.activeElement")

    box.focus()
    box.press("ArrowDown")
    expect(listbox).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/en/causes/varicose-veins/")


def test_enter_leads_to_the_search_page_without_sending_the_query(page: Page, site_url: str) -> None:
    """What somebody feels is nobody's business: no request carries the query."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + str(request.headers.get("referer", ""))))
    page.goto(f"{site_url}id/penyebab/")
    box = page.locator("header input[type=search]")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.fill("kencing teh rahasia")
    box.press("Enter")
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", "done")

    assert page.url.endswith("id/cari/#q=kencing+teh+rahasia")
    assert [] == [url for url in asked if "rahasia" in url]
    assert [] == page.context.cookies()
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")


@pytest.mark.parametrize(
    ("locale", "query", "level", "first"),
    [
        ("id", "betis bengkak sebelah, merah dan panas", "same-day", "/id/penyebab/"),
        ("en", "foot suddenly cold and white", "emergency", "/en/causes/"),
        ("id", "tanda bahaya kram betis", "emergency", "/id/darurat/"),
    ],
)
def test_a_red_flag_stands_above_the_results(
    page: Page, site_url: str, locale: str, query: str, level: str, first: str
) -> None:
    """An emergency is recognised: the card comes first, with the call, and the right page leads the results."""
    page.goto(site_url + SEARCH_PAGES[locale])
    ask(page, query)
    card = page.locator("[data-search-red-flag]")

    expect(card).to_have_class(f"card card--{level}")
    assert 1 == card.locator("a[href='tel:119']").count()
    if level == "emergency":
        assert 1 == card.locator("a, button").count()
        assert "card__call" in (card.locator("> :nth-child(2)").get_attribute("class") or "")
    top = card.bounding_box()
    result = page.locator("[data-search-result]").first.bounding_box()
    assert top
    assert result
    assert top["y"] < result["y"]
    assert links(page)[0].startswith(first)


def test_titles_keep_the_spaces_around_marked_words(page: Page, site_url: str) -> None:
    """Words that run together are hard to read, above all for who reads slowly."""
    for locale, query in (("id", "kram malam"), ("en", "night cramps")):
        page.goto(site_url + SEARCH_PAGES[locale])
        ask(page, query)
        for link in page.locator("[data-search-result] a").all()[:5]:
            flex = "mark => getComputedStyle(mark.parentElement).display.includes('flex')"
            assert not any(mark.evaluate(flex) for mark in link.locator("mark").all())
            assert " ".join((link.text_content() or "").split()) == " ".join(link.inner_text().split())


def test_an_everyday_query_raises_no_alarm(page: Page, site_url: str) -> None:
    """A notice that comes too often is not read."""
    page.goto(f"{site_url}id/cari/")
    ask(page, "kram betis waktu tidur")

    assert 0 == page.locator("[data-search-red-flag]").count()


def test_a_correction_is_said_and_can_be_undone(page: Page, site_url: str) -> None:
    """Nobody is told silently what they meant."""
    page.goto(f"{site_url}id/cari/")
    ask(page, "dehidarsi")
    said = page.locator("[data-search-correction]")
    expect(said).to_contain_text("dehidrasi")
    expect(said).to_contain_text("dehidarsi")
    said.get_by_role("button").click()
    expect(said).to_have_count(0)


def test_nothing_found_leads_on(page: Page, site_url: str) -> None:
    """An empty answer still helps: the complaints, the index and the emergency signs."""
    page.goto(f"{site_url}en/search/")
    ask(page, "zzqqxx")

    assert [] == links(page)
    found = [link.get_attribute("href") or "" for link in page.locator("[data-search-nothing] a").all()]
    assert any(href.endswith("/en/a-z/") for href in found)
    assert any(href.endswith("/en/emergency/") for href in found)
    assert page.locator("[data-search-status]").inner_text().strip()


def test_the_other_language_is_offered_and_never_listed(page: Page, site_url: str) -> None:
    """Results are pages of one language."""
    page.goto(f"{site_url}en/search/")
    ask(page, "saraf kejepit")

    assert all(link.startswith("/en/") for link in links(page))
    expect(page.locator("[data-search-other] a")).to_have_attribute("hreflang", "id")


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script> kram",
        "(((.*)+)+)+$ [a-z",
        "\\u202e\u202emark\u202c \u200f\u200b",
        "😀🦵" * 50,
        "__proto__ constructor toString hasOwnProperty",
        "%00%0a%(query)s %(count)s $& $1",
        "kram " * 20_000,
        "a" * 100_000,
    ],
    ids=["html", "script", "pattern", "marks", "emoji", "names", "placeholders", "many-words", "long-word"],
)
def test_hostile_queries_do_nothing(page: Page, site_url: str, query: str) -> None:
    """Whatever is typed is only ever text."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.goto(f"{site_url}en/search/")
    ask(page, query)

    assert [] == problems
    assert 0 == page.locator("[data-search-results] :is(img, script, iframe)").count()


def test_without_a_script_the_form_leads_to_the_index(browser: Browser, site_url: str) -> None:
    """The A–Z index lists every spelling, so that a search in the page finds it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for start in ("id/", "id/cari/"):
        page.goto(site_url + start)
        page.locator("main input[type=search]").fill("kencing tikus")
        page.locator("main form[role=search] button").click()

        assert "/id/a-z/" in page.url
        assert page.get_by_text("kencing tikus", exact=True).count()
    context.close()


def test_where_there_is_no_worker_the_page_searches(browser: Browser, site_url: str) -> None:
    """Old browsers and strict settings get the same answer."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete globalThis.Worker")
    page.goto(f"{site_url}en/search/?q=varicose")
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", "done")

    assert "/en/causes/varicose-veins/" == links(page)[0]
    context.close()


STATES = {
    "id": ("betis bengkak sebelah dehidarsi", "xqzvw", "my calf is twitching", ""),
    "en": ("one calf swollen dehidration", "xqzvw", "betis kedutan terus", ""),
}
"""Results with a notice and a correction, nothing found, words of the other language, nothing typed."""


@pytest.mark.parametrize(("locale", "width"), [("id", 360), ("en", 1280)])
def test_every_state_is_accessible(page: Page, site_url: str, locale: str, width: int) -> None:
    """Results, notice, nothing found and open box pass axe in both schemes, and the page does not scroll sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}{SEARCH_PAGES[locale]}")
    for query in STATES[locale]:
        page.locator("[data-search-input]").fill(query)
        state = "done" if query else "empty"
        expect(page.locator("[data-search-results]")).to_have_attribute("data-search-state", state)
        assert [] == violations(page), query

    page.goto(f"{site_url}{locale}/")
    box = page.locator("main input[type=search]")
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.fill("kram malam" if locale == "id" else "night cramp")
    expect(page.locator("main [role=listbox]")).to_be_visible()
    box.press("ArrowDown")
    assert [] == violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def violations(page: Page) -> list[str]:
    """What axe finds in light and in dark, contrast of 7:1 included."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for each in Axe().run(page, options=AXE).response["violations"]:
            found += [f"{scheme} {each['id']} {node['html'][:160]}" for node in each["nodes"]]
    return found
