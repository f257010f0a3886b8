"""Prose pages use only what they may, and their links name pages of the site."""

from collections.abc import Iterator
from datetime import date

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.safe_text.rich import rich_html


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """What a prose page holds that is not allowed, at its line."""
    site_map = SiteMap(library)
    for by_locale in library.prose.values():
        for page in by_locale.values():
            yield from rich_html(page.body, file=page.file, line=page.body_line, resolve=site_map.resolve).problems
