"""Budgets: what a first visit costs a reader on the edge of a mobile network."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.site.kinds import kinds

KIB = 1024
BYTES = {"self-check": 60 * KIB, "search": 60 * KIB, "index index": 55 * KIB, "sources": 55 * KIB}
"""Everything a first visit loads, compressed. Long lists and the two tools may weigh a little more."""
PAGE = 50 * KIB
SCRIPT = 12 * KIB
TOOL_SCRIPT = {"self-check": 34 * KIB, "search": 24 * KIB}
"""The questions and results of the self-check come as a module: 21 KiB of them are words."""
REQUESTS = 8
TOOL_REQUESTS = {"self-check": 14, "search": 12}


def answers(page: Page, address: str) -> list[tuple[str, int]]:
    """Kind and compressed size of everything that a page loads."""
    found: list[Response] = []
    page.on("response", lambda answer: found.append(answer))
    page.goto(address, wait_until="networkidle")
    return [(each.request.resource_type, len(gzip.compress(each.body()))) for each in found]


@pytest.fixture
def visits(browser: Browser, built_site: Path, site_url: str) -> dict[str, list[tuple[str, int]]]:
    """The answers to a first visit of one page of each kind and language, on a phone."""
    found = {}
    for name, address in kinds(built_site):
        context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
        page = context.new_page()
        found[name] = answers(page, site_url + address)
        context.close()
    return found


def budget(name: str, default: int, more: dict[str, int]) -> int:
    """What a kind of page may cost."""
    return next((limit for kind, limit in more.items() if name.startswith(kind)), default)


def test_a_first_visit_is_light(visits: dict[str, list[tuple[str, int]]]) -> None:
    """At most 50 KiB in 8 requests, 12 KiB of them script; the two tools have budgets of their own."""
    heavy = {}
    for name, loaded in visits.items():
        total = sum(size for _, size in loaded)
        script = sum(size for kind, size in loaded if kind == "script")
        if (
            total > budget(name, PAGE, BYTES)
            or script > budget(name, SCRIPT, TOOL_SCRIPT)
            or len(loaded) > budget(name, REQUESTS, TOOL_REQUESTS)
        ):
            heavy[name] = (total, script, len(loaded), loaded)

    assert heavy == {}


def test_every_class_of_the_stylesheet_is_used(built_site: Path) -> None:
    """A class that no page, template or script writes is weight without use."""
    css = (built_site / "assets/css/site.css").read_text("utf-8")
    classes = set(re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"url\(\"data:.*?\"\)|/\*.*?\*/", "", css, flags=re.DOTALL)))
    sources = [
        *built_site.rglob("*.html"),
        *(built_site / "assets").rglob("*.js"),
        *(built_site / "assets").rglob("*.mjs"),
    ]
    written = " ".join(path.read_text("utf-8") for path in sources)
    unused = {name for name in classes if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", written)}

    assert unused == set()


def test_files_are_never_loaded_from_elsewhere_and_pictures_wait(built_site: Path) -> None:
    """Pictures below the first screen load when a reader comes near."""
    for path in built_site.rglob("*.html"):
        for image in path.read_text("utf-8").split("<img ")[1:]:
            attributes = image.split(">")[0]
            assert 'loading="lazy"' in attributes, path
            assert 'width="' in attributes, path
            assert 'height="' in attributes, path
