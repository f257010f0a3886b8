"""A reader walks the site in a browser."""

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


def test_from_home_to_a_cause_and_its_twin_in_the_other_language(phone, site_url):
    """The way most readers go, by taps only."""
    phone.goto(site_url + "id/")
    phone.get_by_role("main").get_by_role("link", name="Kram betis", exact=True).click()
    expect(phone).to_have_url(site_url + "id/keluhan/kram-betis/")
    phone.get_by_role("main").get_by_role("link", name="Kram panas", exact=True).first.click()
    expect(phone).to_have_url(site_url + "id/penyebab/kram-panas/")
    expect(phone.locator("html")).to_have_attribute("lang", "id")
    phone.get_by_role("banner").get_by_role("link", name="English").click()

    expect(phone).to_have_url(site_url + "en/causes/heat-cramps/")
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Heat cramps")


def test_the_gateway_leads_to_either_language_without_a_script(browser, site_url):
    """The first page works on the oldest phone."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(site_url)
    page.get_by_role("main").get_by_role("link", name="English").first.click()
    expect(page).to_have_url(site_url + "en/")
    context.close()


def test_without_a_script_the_search_form_leads_to_the_index(browser, site_url):
    """Nothing that can be read depends on a script."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(site_url + "id/")
    page.locator("article input[type=search]").fill("kedutan")
    page.locator("article button[type=submit]").click()
    assert page.url.rstrip("?") == site_url + "id/a-z/", "what somebody typed was sent"
    expect(page.get_by_role("link", name="betis kedutan", exact=True)).to_be_visible()
    context.close()


@pytest.mark.parametrize("address", ["", "404.html", "id/", "id/penyebab/kafein-berlebihan/", "en/search/", "id/a-z/"])
def test_emergency_help_is_one_tab_and_one_key_away(phone, site_url, address):
    """The emergency page first, then the number, then the way past the header."""
    phone.goto(site_url + address)
    focused = []
    for _ in range(4):
        phone.keyboard.press("Tab")
        focused.append(phone.evaluate("document.activeElement.getAttribute('href')"))

    assert focused[0].rstrip("/").endswith(("darurat", "emergency"))
    assert "tel:119" in focused[:3]
    if address not in ("", "404.html"):
        assert focused[2] == "#content"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(
    "address", ["id/", "id/keluhan/kram-betis/", "en/causes/heat-cramps/", "id/a-z/", "en/sources/"]
)
def test_no_page_is_wider_than_the_screen(page, site_url, width, address):
    """Nobody has to scroll sideways to read."""
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site_url + address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_request_leaves_the_site_and_nothing_is_stored(page, site_url):
    """Privacy is a promise on every page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "id/", "en/complaints/calf-twitching/", "id/darurat/"):
        page.goto(site_url + address)

    assert asked
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_a_missing_page_says_so_in_both_languages(page, site_url):
    """A mistyped address still shows where help is."""
    page.goto(site_url + "id/tidak/ada/")

    expect(page.locator("[lang=id]").first).to_be_attached()
    expect(page.locator("[lang=en]").first).to_be_attached()
    expect(page.locator("a[href='tel:119']").first).to_be_visible()
