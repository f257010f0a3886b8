"""One page of each kind and language of the real site: what tests of looks, access and weight go through."""

import json
from collections.abc import Iterator
from pathlib import Path

LONGEST = {
    "condition": "calf-cramp",
    "cause": "deep-vein-thrombosis",
    "remedy": "stretch-calf-during-cramp",
    "examination": "blood-tests",
    "finding": "one-calf-swollen",
}
"""Of kinds with many pages, one with everything that the kind can hold."""


def one_of_each(site: Path) -> list[str]:
    """The address of one page per kind and language, and of the two pages without a language."""
    return ["", "404.html", *(url for _, url in kinds(site))]


def kinds(site: Path) -> Iterator[tuple[str, str]]:
    """Kind and address, per language; single pages have their own name as kind."""
    for page in json.loads((site / "api/v1/pages.json").read_text(encoding="utf-8")):
        if LONGEST.get(page["kind"], page["entity"]) == page["entity"]:
            yield f"{page['kind']} {page['entity']} {page['locale']}", page["url"]


def every_page(site: Path) -> list[str]:
    """The address of every page."""
    listed = json.loads((site / "api/v1/pages.json").read_text(encoding="utf-8"))
    return ["", "404.html", *(page["url"] for page in listed)]
