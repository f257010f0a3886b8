"""Labelled queries whose answer moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.reading.search import read_queries
from sehat.search.fields import search_pages
from sehat.search.index import search_index
from sehat.search.running import Engine

SHOWN = 10


@dataclass(frozen=True)
class SearchChange:
    """A query, and the place of its best page among the results (from 1; 0 when it is not shown) before and after."""

    locale: str
    query: str
    page: str
    before: int
    after: int


def search_changes(before: Library, after: Library) -> Iterator[SearchChange] | None:
    """The queries whose best page moves; None where the browser's engine cannot be run."""
    try:
        import quickjs  # noqa: F401  # A tool of tests; without it this part of the report is left out.
    except ImportError:
        return None
    return _changes(before, after)


def _changes(before: Library, after: Library) -> Iterator[SearchChange]:
    queries, _ = read_queries(Path(after.root), after.languages)
    for locale in after.languages.published:
        if locale not in queries:
            continue
        both = []
        for library in (before, after):
            site_map = SiteMap(library)
            pages = [page.reference for page in search_pages(library, site_map, locale)]
            both.append((Engine(search_index(library, site_map, locale)), pages))
        for query in queries[locale]:
            places = [_place(engine.search(query.text), pages, query.best) for engine, pages in both]
            if places[0] != places[1]:
                yield SearchChange(locale, query.text, query.best[0], places[0], places[1])


def _place(found: dict[str, Any], pages: list[str], best: tuple[str, ...]) -> int:
    shown = [pages[each["page"]] for each in found["results"][:SHOWN]]
    return next((number for number, page in enumerate(shown, 1) if page in best), 0)
