"""Reading aids in a browser: medical words, a voice, tables and drawings."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

VOICES = """
  const said = [];
  window.said = said;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => [{ lang: "en-GB", localService: false }, ...VOICES],
    speak: (each) => said.push(each),
    cancel: () => said.push("cancel"),
    addEventListener: () => {},
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
"""


def test_a_medical_word_says_what_it_means_in_its_place(page: Page, site_url: str) -> None:
    """By tap or key, and away again; the glossary stays one step away."""
    page.goto(site_url + "en/causes/deep-vein-thrombosis/")
    term = page.locator("a.term").first
    expect(term).to_have_attribute("aria-expanded", "false")
    term.click()
    meaning = page.locator(".term-meaning")
    expect(meaning).to_be_visible()
    expect(meaning.get_by_role("link", name="Glossary")).to_have_attribute("href", re.compile("glossary/#"))

    page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    page.keyboard.press("Space")
    expect(term).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith("/deep-vein-thrombosis/")


def test_without_a_script_a_medical_word_leads_to_the_glossary(browser: Browser, site_url: str) -> None:
    """Nothing that can be read depends on a script."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url + "en/causes/deep-vein-thrombosis/")
        page.locator("a.term").first.click()

        expect(page).to_have_url(re.compile("/en/glossary/#"))
        expect(page.locator("[data-listen]")).to_have_count(0)


def test_an_open_meaning_leaves_its_sentence_whole(page: Page, site_url: str) -> None:
    """The meaning stands below the sentence, never between its words."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site_url + "id/keluhan/kram-betis/")
    for term in page.locator("a.term").all()[:6]:
        block = term.locator("xpath=ancestor::*[self::p or self::li or self::dd or self::td][1]")
        before = block.inner_text()
        term.click()
        meaning = page.locator(f"#{term.get_attribute('aria-controls')}")
        expect(meaning).to_be_visible()

        assert block.inner_text().startswith(before)
        term.click()
        expect(meaning).to_have_count(0)


@pytest.mark.parametrize("lang", ["id-ID", "in_ID", "in", "id_ID"])
def test_indonesian_voices_are_known_by_both_codes(page: Page, site_url: str, lang: str) -> None:
    """Android names Indonesian by its old code; readers there must not be left without a voice."""
    page.add_init_script(VOICES.replace("VOICES", f'[{{ lang: "{lang}", localService: true }}]'))
    page.goto(site_url + "id/penyebab/kram-panas/")

    expect(page.locator("[data-listen]")).to_be_visible()


@pytest.mark.parametrize(("voices", "shown"), [("[]", False), ('[{ lang: "en_US", localService: true }]', True)])
def test_the_page_is_read_aloud_where_the_device_has_a_voice(
    page: Page, site_url: str, voices: str, shown: bool
) -> None:
    """Only by a voice on the device, in the page's language, without the numbers of sources; it can be stopped."""
    page.add_init_script(VOICES.replace("VOICES", voices))
    page.goto(site_url + "en/causes/heat-cramps/")
    button = page.locator("[data-listen]")
    assert button.is_visible() == shown
    if not shown:
        return
    button.click()
    expect(button).to_have_text("Stop reading aloud")
    said = page.evaluate(
        "said.filter((each) => each.text).map((each) => [each.text, each.lang, each.voice.localService])"
    )

    assert said[0] == ["Heat cramps", "en", True]
    assert all(lang == "en" and local for _, lang, local in said)
    assert not [text for text, _, _ in said if re.search(r"[.!?]\s*\d+( \d+)*$", text)]
    assert not [text for text, _, _ in said if "Reading time" in text]

    button.click()
    expect(button).to_have_text("Read aloud")
    assert page.evaluate("said.at(-1)") == "cancel"


def test_letters_have_no_fixed_size() -> None:
    """A size in pixels would ignore what a reader set in the browser."""
    for path in (Path(__file__).parents[2] / "docs/assets").rglob("*.css"):
        screen = path.read_text("utf-8").partition("@media print")[0]
        assert not re.findall(r"font(?:-size)?:[^;]*\dp[xt]", screen), path


def test_a_wide_table_can_be_moved_by_keyboard(page: Page, site_url: str) -> None:
    """With large letters the table is wider than the screen; the page is not, and each row keeps its sign in view."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site_url + "id/keluhan/kram-betis/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    table = page.locator(".table-scroll")
    table.evaluate("table => { window.moved = new Promise((done) => { table.onscroll = done; }); }")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate("moved")
    assert table.evaluate("table => table.scrollLeft") > 0

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert table.locator("th[scope=row]").first.bounding_box()["x"] >= 0  # type: ignore[index]
    expect(page.get_by_role("region", name=table.locator("caption").inner_text())).to_be_visible()
    heads = table.locator("thead th").count()
    assert all(row.locator("td").count() == heads - 1 for row in table.locator("tbody tr").all())


def test_a_phone_shows_all_causes_of_a_table_side_by_side(page: Page, site_url: str) -> None:
    """A comparison of which one column is seen compares nothing; the words stay for those who listen."""
    page.set_viewport_size({"width": 360, "height": 640})
    for address in ("id/keluhan/kram-betis/", "en/complaints/calf-cramp/"):
        page.goto(site_url + address)
        table = page.locator(".table-scroll").first
        boxes = [head.bounding_box() for head in table.locator("thead th").all()]

        assert len(boxes) > 2
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
        assert all(cell.inner_text().strip("+−· \xa0\n") for cell in table.locator("tbody td").all())
        expect(page.locator(".compare-key").first).to_be_visible()


def test_drawings_load_when_a_reader_comes_near(page: Page, site_url: str) -> None:
    """Every drawing is shown, says what it shows, and keeps its place before it is there."""
    for address in ("id/keluhan/kram-betis/", "en/remedies/stretch-the-calves-daily/"):
        page.goto(site_url + address)
        for image in page.locator(".drawing img").all():
            image.scroll_into_view_if_needed()
            image.evaluate("image => image.decode()")
            assert image.evaluate("image => image.naturalWidth") > 0
            assert len(image.get_attribute("alt") or "") > 30
