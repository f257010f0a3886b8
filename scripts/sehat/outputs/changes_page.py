"""The page of dated changes, and the same changes for the feed of its language."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sehat.language.formats import long_date
from sehat.model.changes import Change
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import Group, Link, PageView
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_attribute, html_text, markdown_text


def changes_page(edition: Edition) -> Iterator[PageView]:
    """Every change under its day, newest first; no page while the site has no section for it."""
    if not edition.site_map.has("changes", "changes"):
        return
    page = edition.page("changes", "changes")
    writer = Writer(edition, page.url[edition.locale])
    summary = edition.say(edition.library.site.sections["changes"].summary)
    yield PageView(
        template="changes",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        groups=tuple(
            Group(
                f"d{day}",
                markdown_text(long_date(day, edition.locale)),
                tuple(
                    Link(html_text(edition.say(change.says)), "", names=_pages(edition, writer, change), anchor=name)
                    for name, change in changes
                ),
            )
            for day, changes in groupby(_newest_first(edition), key=lambda item: item[1].date)
        ),
        extra={"feed": writer.link(_feed_url(edition))},
    )


def feed(edition: Edition) -> dict[str, Any] | None:
    """What the feed of this language says, safe to print in XML; nothing while there is no page of changes."""
    if not edition.site_map.has("changes", "changes") or not edition.library.changes:
        return None
    page = edition.page("changes", "changes")
    return {
        "url": _feed_url(edition),
        "page": page.url[edition.locale],
        "title": html_attribute(f"{edition.say(edition.library.site.title)}: {page.title[edition.locale]}"),
        "entries": [
            {"name": name, "date": change.date.isoformat(), "says": html_attribute(edition.say(change.says))}
            for name, change in _newest_first(edition)
        ],
    }


def _feed_url(edition: Edition) -> str:
    return f"{edition.locale}/feed.xml"


def _newest_first(edition: Edition) -> list[tuple[str, Change]]:
    return sorted(edition.library.changes.items(), key=lambda item: item[1].date, reverse=True)


def _pages(edition: Edition, writer: Writer, change: Change) -> tuple[str, ...]:
    """Links to the pages that a change names."""
    return tuple(
        f'<a href="{writer.link(edition.url(kind, slug))}">{html_text(edition.page(kind, slug).title[edition.locale])}</a>'
        for kind, slug in change.pages
        if edition.site_map.has(kind, slug)
    )
