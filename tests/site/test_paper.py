"""On paper: every complaint, cause and remedy is a leaflet of at most two A4 sheets that says where it comes from."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

KINDS = ("condition", "cause", "remedy")


def leaflets(built_site: Path) -> list[str]:
    """The addresses of the pages that people print."""
    listed = json.loads((built_site / "api/v1/pages.json").read_text(encoding="utf-8"))
    return [page["url"] for page in listed if page["kind"] in KINDS]


def sheets(page: Page) -> int:
    """How many sheets the page needs."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.slow
def test_every_leaflet_fits_on_two_sheets(page: Page, site_url: str, built_site: Path) -> None:
    """One sheet of paper, both sides: what a clinic hands out, and what a family keeps."""
    too_long = {}
    for address in leaflets(built_site):
        page.goto(site_url + address, wait_until="domcontentloaded")
        if (needed := sheets(page)) > 2:
            too_long[address] = needed

    assert {} == too_long


@pytest.mark.parametrize(
    "address", ["id/keluhan/kram-betis/", "en/complaints/calf-twitching/", "id/penyebab/kekurangan-elektrolit/"]
)
def test_the_longest_leaflets_fit_on_two_sheets(page: Page, site_url: str, address: str) -> None:
    """The quick form of the test above."""
    page.goto(site_url + address)

    assert sheets(page) <= 2


@pytest.mark.parametrize("address", ["id/penyebab/kram-panas/", "en/complaints/calf-cramp/"])
def test_a_leaflet_says_where_it_comes_from(page: Page, site_url: str, address: str) -> None:
    """Address, date, sources, review and emergency numbers stay on paper; buttons and menus do not."""
    page.emulate_media(media="print")
    page.goto(site_url + address)

    expect(page.locator(".md-footer__address")).to_contain_text(f"https://betis-sehat.example/{address}")
    expect(page.locator(".md-footer__address")).to_contain_text("119")
    expect(page.locator(".md-footer__address")).to_contain_text("112")
    for shown in (".md-end__changed", ".refs-list > li", ".review", ".card--emergency li", "h1"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".md-header", ".md-pager", ".md-footer nav", ".md-end__ways", ".md-copy"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_paper_is_white_in_the_dark(page: Page, site_url: str) -> None:
    """A reader with dark colours does not print a black page."""
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site_url + "id/penyebab/kram-panas/")

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.card--emergency')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
