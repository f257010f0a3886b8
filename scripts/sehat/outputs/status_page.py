"""The page for editors that says where the content stands: what `./run status` prints, on the day of the last change."""

from collections.abc import Iterator

from sehat.language.formats import long_date
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import PageView
from sehat.outputs.words import N_
from sehat.safe_text.escape import html_text, markdown_text
from sehat.status.standing import standing
from sehat.status.words import Item, Part, report


def status_page(edition: Edition) -> Iterator[PageView]:
    """The state of the content; no page while the site has no section for it or no dated change.

    The day is that of the last change for readers, so that the same content gives the same page.
    """
    days = [each.date for each in edition.library.changes.values()]
    if not edition.site_map.has("status", "status") or not days:
        return
    page = edition.page("status", "status")
    summary = edition.say(edition.library.site.sections["status"].summary)
    as_of = edition.word(N_("As of %(date)s, the day of the last change for readers."))
    found = standing(edition.library, max(days))
    yield PageView(
        template="status",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        extra={
            "as_of": as_of % {"date": long_date(max(days), edition.locale)},
            "parts": tuple(_part(part) for part in report(found, edition.locale)),
        },
    )


def _part(part: Part) -> Part:
    """The part with its words safe to print."""
    items = tuple(Item(html_text(item.file), html_text(item.words)) for item in part.items)
    return Part(part.key, markdown_text(part.title), html_text(part.says), items)
