"""Pages in Markdown use only headings, lists, emphasis and links, and their links lead to pages that exist."""

from collections.abc import Iterator
from datetime import date

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.safe_text.rich import rich_html


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each construct that is not used and each link that leads nowhere."""
    site_map = SiteMap(library)

    def resolve(reference: str) -> str | None:
        kind, _, entity = reference.partition(":")
        exists = site_map.has(kind, entity or kind) or entity in library.known.get(kind, ())
        return "#" if exists else None

    for by_locale in library.prose.values():
        for page in by_locale.values():
            yield from rich_html(page.body, file=page.file, line=page.body_line, resolve=resolve).problems
