"""What a reader sees before scrolling: on a phone of 360 by 640, with the widest of the usual fonts."""

import pytest
from playwright.sync_api import Browser, Page

HOME = ("h1", "article form", ".card--emergency", ".quick")
BOTTOMS = "selectors => selectors.map(each => document.querySelector(each).getBoundingClientRect().bottom)"
SMALLEST = "() => Math.min(...[...document.querySelectorAll('.card li, .card p')].map(n => parseFloat(getComputedStyle(n).fontSize)))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["id", "en"])
def test_home_fits_on_a_small_phone(browser: Browser, site_url: str, locale: str, scheme: str) -> None:
    """The question, the signs of an emergency, two complaints and the self-check, without scrolling."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}{locale}/")

    bottoms = page.evaluate(BOTTOMS, list(HOME))

    assert all(bottom <= 640 for bottom in bottoms), dict(zip(HOME, bottoms, strict=True))
    assert page.locator(".quick a").count() == 3
    assert page.locator(".card--emergency li").count() >= 5
    assert page.evaluate(SMALLEST) >= 16
    assert page.locator("article input[type=search]:visible").count() == 1
    page.close()


@pytest.mark.parametrize(
    "address",
    [
        "id/keluhan/kram-betis/",
        "en/complaints/calf-twitching/",
        "id/penyebab/bekuan-darah-kaki/",
        "en/remedies/",
        "id/gejala/",
    ],
)
def test_the_page_begins_within_a_screen_and_a_half(page: Page, site_url: str, address: str) -> None:
    """The emergency card comes first, but does not push the page out of reach."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site_url + address)

    assert page.locator(".lede").first.bounding_box()["y"] <= 1.5 * 640  # type: ignore[index]
    assert page.locator(".card--emergency a[href='tel:119']").first.bounding_box()["y"] <= 400  # type: ignore[index]
