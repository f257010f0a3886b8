"""Home, search, and the prose pages that editors write."""

from collections.abc import Iterator
from dataclasses import replace

from sehat.model.library import Prose
from sehat.outputs.cards import emergency_card
from sehat.outputs.edition import Edition
from sehat.outputs.entity_pages import entity_link
from sehat.outputs.front import front
from sehat.outputs.pieces import Group, PageView
from sehat.outputs.search_index import INDEX_FILE
from sehat.outputs.walkthroughs import PAGE as EDITORS
from sehat.outputs.walkthroughs import examples
from sehat.outputs.words import FREQUENCIES, N_
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import markdown_text
from sehat.safe_text.rich import rich_html


def home_page(edition: Edition) -> PageView:
    """One question, two complaints, the signs of an emergency, the way to everything else."""
    page = edition.page("home", "home")
    writer = Writer(edition, page.url[edition.locale])
    prose = prose_in(edition, "home")
    library = edition.library
    conditions = tuple(entity_link(edition, writer, "condition", each) for each in library.conditions.values())
    common = sorted(
        (
            cause
            for cause in library.causes.values()
            if cause.frequency == next(iter(FREQUENCIES)) and cause.group == "everyday"
        ),
        key=lambda cause: edition.say(cause.title).casefold(),
    )
    net = library.safety_net
    return PageView(
        template="home",
        front=front(edition, page, description=prose.summary, heading=prose.title),
        heading=markdown_text(prose.title),
        lede=markdown_text(prose.summary),
        emergency=replace(
            emergency_card(edition), action=edition.word(N_("or go to the nearest emergency department"))
        ),
        groups=(
            Group("complaints", edition.word(N_("Complaints")), conditions),
            Group(
                "common-causes",
                edition.word(N_("Common everyday causes")),
                tuple(replace(entity_link(edition, writer, "cause", each, about=False), tag="") for each in common),
            ),
        ),
        extra={
            "body": prose_html(edition, prose, page.url[edition.locale]),
            "search_action": writer.link(edition.url("index", "index")),
            "search_url": writer.link(edition.url("search", "search")),
            "search_index": writer.link(edition.url("search", "search") + INDEX_FILE),
            "self_check": writer.link(edition.url("self-check", "self-check")),
            "causes": writer.link(edition.url("index", "cause")),
            "findings": writer.link(edition.url("index", "finding")),
            "remedies": writer.link(edition.url("index", "remedy")),
            "course": tuple(writer.statement(each) for each in net.course),
        },
        sources=tuple(writer.sources()),
    )


def search_page(edition: Edition) -> PageView:
    """The search page; without a script its form leads to the A–Z index."""
    page = edition.page("search", "search")
    writer = Writer(edition, page.url[edition.locale])
    summary = edition.say(edition.library.site.sections["search"].summary)
    return PageView(
        template="search",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        emergency=emergency_card(edition),
        extra={
            "search_action": writer.link(edition.url("index", "index")),
            "search_index": writer.link(edition.url("search", "search") + INDEX_FILE),
        },
    )


def prose_pages(edition: Edition) -> Iterator[PageView]:
    """About, method, privacy, for editors and whatever else stands in `content/pages`."""
    for entry in edition.site_map.pages:
        if entry.kind != "page":
            continue
        prose = prose_in(edition, entry.entity)
        yield PageView(
            template="page",
            front=front(edition, entry, description=prose.summary),
            heading=markdown_text(prose.title),
            lede=markdown_text(prose.summary),
            extra={
                "body": prose_html(edition, prose, entry.url[edition.locale]),
                "examples": tuple(examples(edition, entry.url[edition.locale])) if entry.entity == EDITORS else (),
            },
        )


def prose_in(edition: Edition, slug: str) -> Prose:
    """A prose page in this edition's language, or in the default one for a draft."""
    by_locale = edition.library.prose[slug]
    return by_locale.get(edition.locale) or by_locale[edition.library.default_locale]


def prose_html(edition: Edition, prose: Prose, url: str) -> str:
    """The body of a prose page as HTML; its links name pages (`cause:heat-cramps`)."""
    writer = Writer(edition, url)

    def resolve(reference: str) -> str | None:
        kind, _, entity = reference.partition(":")
        if edition.site_map.has(kind, entity or kind):
            return writer.link(edition.url(kind, entity or kind))
        return None

    return rich_html(prose.body, file=prose.file, line=prose.body_line, resolve=resolve).html
