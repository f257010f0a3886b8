"""The page of the self-check in a browser: by keyboard, without a script, without a trace."""

import gzip
import html
import json
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sehat.selfcheck import engine
from tests.selfcheck.conftest import Site
from tests.selfcheck.people import OTHERWISE, person, visit

ADDRESSES = {"id": "id/cek-mandiri/", "en": "en/self-check/"}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
NIGHT_CRAMP = [
    "complaint=cramp",
    "age-band=60-plus",
    "sex=woman",
    "hard-painful-knot",
    "eased-by-stretching",
    "occurs-at-night",
]


@pytest.fixture
def mistakes(page: Page) -> list[str]:
    """Every mistake of scripts and policy while the page is used."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    return found


@pytest.fixture(params=["id", "en"])
def check(request: pytest.FixtureRequest, page: Page, site: Site, mistakes: list[str]) -> Page:
    """The page in each language."""
    page.goto(f"{site.address}/{ADDRESSES[request.param]}")
    expect(page.locator("[data-selfcheck-screen]")).to_be_visible()
    return page


def answer_screen(page: Page, who: dict[str, str]) -> list[str]:
    """Answer the screen that shows and go on; the findings that it asked."""
    asked = page.locator("[data-question]").evaluate_all("all => all.map(one => one.dataset.question)")
    ticked = False
    for name in asked:
        given = {**OTHERWISE, **who}.get(name, "no")
        box = page.locator(f'input[name="{name}"][value="{given}"]')
        if box.count():
            box.check()
            ticked = True
    none = page.locator("[data-selfcheck-none]")
    if none.count() and not page.locator("[data-selfcheck-ticks] input:checked").count():
        none.check()
    assert ticked or none.count()
    page.locator("[data-selfcheck-next]").click()
    return list(asked)


def answer_all(page: Page, has: list[str]) -> list[str]:
    """Answer every screen; the findings asked, one list per screen joined by commas."""
    screens = []
    while page.locator("[data-selfcheck-screen]").count():
        screens.append(",".join(answer_screen(page, person(has))))
        assert len(screens) <= 16
    return screens


def level(page: Page) -> str | None:
    """The level of the result that shows."""
    return page.locator("[data-selfcheck-result]").get_attribute("data-level")


@pytest.mark.parametrize(
    "has",
    [
        NIGHT_CRAMP,
        ["complaint=cramp", "one-calf-swollen", "recent-surgery-or-immobility", "sex=man"],
        ["chest-pain-or-breathless"],
        ["complaint=twitching", "twitching-elsewhere", "fever=unknown", "stress-or-anxiety"],
        ["complaint=cramp", "sex=woman", "pregnancy-stage=third-trimester", "occurs-at-night", "eased-by-stretching"],
        ["age-band=under-12", "calf-tender-constant-pain"],
    ],
)
def test_the_page_leads_where_the_engine_leads(check, model, mistakes, has):
    """The same screens, the same level, the same causes, remedies and reasons, in order."""
    screens = answer_all(check, has)
    answers, expected = visit(model, person(has))
    result = engine.assess(model, answers)

    def shown(name: str) -> Any:
        return check.locator(f"[data-{name}]").evaluate_all(f"all => all.map(one => one.dataset.{name})")

    assert len(screens) == len(expected)
    assert level(check) == {"routine": "self-care"}.get(result["level"], result["level"])
    assert shown("cause") == result["causes"]
    assert set(shown("remedy")) == set(result["remedies"])
    assert set(shown("rule")) == (set() if result["outside"] and not result["reasons"] else set(result["rules"]))
    assert mistakes == []


def test_by_keyboard_alone(check):
    """Tab, space and arrows are enough, and the focus is at the heading of each new screen."""
    heading = "document.activeElement.tagName + (document.activeElement.tabIndex)"
    for _ in range(2):
        for _ in range(60):
            check.keyboard.press("Tab")
            if check.evaluate("'selfcheckNone' in document.activeElement.dataset"):
                break
        check.keyboard.press("Space")
        check.keyboard.press("Tab")
        assert check.evaluate("'selfcheckNext' in document.activeElement.dataset")
        check.keyboard.press("Enter")
        assert check.evaluate(heading) == "H2-1"
    for name in ("complaint", "age-band", "sex"):
        for _ in range(6):
            check.keyboard.press("Tab")
            if check.evaluate("document.activeElement.name") == name:
                break
        check.keyboard.press("Space")
        check.keyboard.press("ArrowDown")

        assert check.locator(f"input[name='{name}']:checked").count() == 1
    check.keyboard.press("Enter")

    assert check.locator("[data-selfcheck-screen]").get_attribute("data-selfcheck-screen") == "calf"


def test_an_unanswered_screen_says_what_is_missing(check):
    """The summary takes the focus and leads to the field."""
    check.locator("[data-selfcheck-next]").click()

    expect(check.get_by_role("alert")).to_be_focused()
    check.keyboard.press("Tab")
    check.keyboard.press("Enter")
    assert check.evaluate("document.activeElement.type") == "checkbox"
    assert "#" not in check.url


def test_an_emergency_sign_ends_the_questions_with_a_call(check):
    """One thing to do comes first, and there is no way to read on as if nothing had happened."""
    answer_all(check, ["cold-pale-foot"])

    assert level(check) == "emergency-now"
    expect(check.locator(".selfcheck__result > :first-child a[href='tel:119']")).to_be_visible()
    expect(check.locator("h2.card__title").first).to_be_focused()
    expect(check.locator("[data-selfcheck-from='3']").first).to_be_hidden()


def test_not_sure_about_an_emergency_sign_is_named_in_the_safety_net(check):
    """The sign is not lost because nobody could tell."""
    answer_all(check, [*NIGHT_CRAMP, "cold-pale-foot=unknown"])

    expect(check.locator("[data-unsure=cold-pale-foot]")).to_be_visible()
    assert level(check) == "self-care"


def test_back_change_and_restart(check):
    """Answers are kept on the way back, a change leads to a new result, and a restart forgets everything."""
    answer_screen(check, {})
    check.locator("[data-selfcheck-back]").click()
    expect(check.locator("[data-selfcheck-none]")).to_be_checked()
    answer_all(check, NIGHT_CRAMP)
    check.locator("[data-selfcheck-change='1']").click()
    answer_screen(check, {"cold-pale-foot": "yes"})
    assert level(check) == "emergency-now"
    check.locator("[data-selfcheck-restart]").click()

    assert check.locator("input:checked").count() == 0
    assert check.locator("[data-selfcheck-back]").count() == 0


def test_none_of_these_and_a_tick_exclude_each_other(check):
    """Both at once would mean nothing."""
    check.locator("[data-selfcheck-none]").check()
    check.locator("[name=fever][value=yes]").check()
    expect(check.locator("[data-selfcheck-none]")).not_to_be_checked()
    check.locator("[name=fever][value=unknown]").check()
    expect(check.locator("[name=fever][value=yes]")).not_to_be_checked()


def test_nothing_leaves_the_page_and_nothing_stays(check, site, context):
    """No request after the page has loaded; nothing in storage, cookies, address or history."""
    check.wait_for_load_state("networkidle")
    before, address = len(site.requests), check.url
    entries = check.evaluate("history.length")
    seen: list[str] = []
    check.on("request", lambda request: seen.append(request.url))
    answer_all(check, NIGHT_CRAMP)

    assert seen == []
    assert len(site.requests) == before
    assert (check.url, check.evaluate("history.length")) == (address, entries)
    assert context.storage_state() == {"cookies": [], "origins": []}
    assert check.evaluate("sessionStorage.length + localStorage.length") == 0
    assert check.evaluate("document.querySelectorAll('[data-selfcheck-result]').length") == 1
    check.reload()
    assert check.locator("[data-selfcheck-result], input:checked").count() == 0


def test_delete_and_leave_goes_home(check):
    """The way back does not show the answers again."""
    answer_all(check, NIGHT_CRAMP)
    check.locator("[data-selfcheck-leave]").click()
    check.wait_for_url(re.compile(r"/(id|en)/$"))


def test_nothing_is_wrong_for_axe_in_any_state(check):
    """First screen, error, choices, list, each level of result, in light and in dark; contrast of 7:1."""
    axe = Axe()

    def clean() -> None:
        for scheme in ("light", "dark"):
            check.emulate_media(color_scheme=scheme)
            found = axe.run(check, options=RULES)
            assert found.response["violations"] == [], json.dumps(found.response["violations"], indent=1)[:3000]

    clean()
    check.locator("[data-selfcheck-next]").click()
    clean()
    answer_screen(check, {})
    clean()
    answer_screen(check, {})
    clean()
    answer_all(check, NIGHT_CRAMP)
    clean()
    for has in (["cold-pale-foot"], ["one-calf-swollen"], ["age-band=under-12"]):
        check.locator("[data-selfcheck-restart]").click()
        answer_all(check, has)
        clean()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_fits_a_small_screen_with_large_targets(check, colours):
    """320 px wide, which is also 400 % zoom on a laptop; every target at least 44 px high."""
    check.emulate_media(color_scheme=colours, reduced_motion="reduce")
    check.set_viewport_size({"width": 320, "height": 600})
    for has in (None, NIGHT_CRAMP):
        if has:
            answer_all(check, has)
        assert check.evaluate("document.documentElement.scrollWidth") <= 320
        small = check.locator(".selfcheck button, .selfcheck label").evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent)"
        )
        assert small == []


@pytest.mark.parametrize("locale", ["id", "en"])
def test_without_a_script_the_signs_can_be_read_and_ticked(locale, browser, site):
    """Emergency signs first, each with a link to what to do; ticking sends nothing anywhere."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/{ADDRESSES[locale]}")
    boxes = page.locator("form[data-selfcheck] input[type=checkbox]")

    assert boxes.count() >= 14
    boxes.first.check()
    page.keyboard.press("Enter")
    assert page.url == f"{site.address}/{ADDRESSES[locale]}"
    for link in page.locator("form[data-selfcheck] a").all():
        target = link.get_attribute("href")
        assert target is not None
        assert page.locator(f'[id="{target[1:]}"]').count() == 1
    expect(page.locator("a[href='tel:119']").first).to_be_visible()
    context.close()


def test_engine_view_and_model_are_small(pages):
    """At most 45 KB compressed for each language."""
    scripts = sum(len(gzip.compress(path.read_bytes())) for path in (pages / "assets/self-check").iterdir())
    for address in ADDRESSES.values():
        page = (pages / address / "index.html").read_text(encoding="utf-8")
        found = re.search(r'data-selfcheck-model="([^"?]+)', page)
        assert found
        words = (pages / address / html.unescape(found[1])).resolve().read_bytes()
        assert b"R-PE" in words
        assert scripts + len(gzip.compress(words)) <= 45_000
