"""Every page of one edition as Markdown, in memory."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sehat.addresses import PageEntry
from sehat.files import OutputFile
from sehat.language.formats import quantity
from sehat.outputs.changes_page import changes_page
from sehat.outputs.edition import Edition
from sehat.outputs.entity_pages import (
    Beside,
    cause_page,
    condition_page,
    examination_page,
    finding_page,
    remedy_page,
)
from sehat.outputs.list_pages import a_to_z, list_pages, ordered
from sehat.outputs.pieces import PageView
from sehat.outputs.prose_pages import home_page, prose_pages, search_page
from sehat.outputs.reading_time import minutes
from sehat.outputs.redirects import redirects
from sehat.outputs.reference_pages import glossary_page, sources_page
from sehat.outputs.safety_pages import emergency_page, sign_check_page
from sehat.outputs.search_index import search_index_files
from sehat.outputs.selfcheck_page import is_on, selfcheck_page
from sehat.outputs.status_page import status_page
from sehat.outputs.words import N_
from sehat.safe_text.escape import front_matter, html_attribute, html_text

TEMPLATES = Path(__file__).parent.parent / "templates"


def pages(edition: Edition) -> Iterator[OutputFile]:
    """The rendered pages of one language."""
    for view in views(edition):
        yield OutputFile(markdown_path(view.front["url"]), render(view, edition).encode("utf-8"))
    yield from redirects(edition)
    yield from search_index_files(edition)


def views(edition: Edition) -> Iterator[PageView]:
    """What each page shows, before it is written in Markdown."""
    library = edition.library
    yield home_page(edition)
    yield emergency_page(edition)
    yield selfcheck_page(edition) if is_on(library) else sign_check_page(edition)
    yield search_page(edition)
    yield from list_pages(edition)
    yield a_to_z(edition)
    yield sources_page(edition)
    yield glossary_page(edition)
    yield from changes_page(edition)
    yield from prose_pages(edition)
    yield from status_page(edition)
    for entry, beside in _in_order(edition, "condition"):
        yield condition_page(edition, library.conditions[entry.entity], beside)
    for entry, beside in _in_order(edition, "cause"):
        yield cause_page(edition, library.causes[entry.entity], beside)
    for entry, beside in _in_order(edition, "remedy"):
        yield remedy_page(edition, library.remedies[entry.entity], beside)
    for entry, beside in _in_order(edition, "examination"):
        yield examination_page(edition, library.examinations[entry.entity], beside)
    for entry, beside in _in_order(edition, "finding"):
        yield finding_page(edition, library.findings[entry.entity], beside)


def _in_order(edition: Edition, kind: str) -> Iterator[tuple[PageEntry, Beside]]:
    """The pages of a kind, each with its neighbours in the list of this language."""
    entries = ordered(edition, kind)
    for number, entry in enumerate(entries):
        previous = entries[number - 1] if number else None
        following = entries[number + 1] if number + 1 < len(entries) else None
        yield entry, (previous, following)


def reading_time(view: PageView, edition: Edition) -> str:
    """How long the page takes to read, in words; nothing for pages that are not read from top to bottom."""
    count = minutes(view)
    return quantity(count, "duration-minute", edition.locale) if count else ""


def markdown_path(url: str) -> str:
    """Where the Markdown of the page at `url` is written."""
    return f"docs/{url}index.md"


def render(view: PageView, edition: Edition) -> str:
    """The Markdown of one page."""
    template = _environment().get_template(f"{view.template}.md.jinja")
    lines = "\n".join(f"{key}: {front_matter(value)}" for key, value in view.front.items())
    body: str = template.render(
        page=view, _=edition.word, ngettext=edition.catalog.ngettext, reading_time=reading_time(view, edition)
    )
    return f"---\n{lines}\n---\n{_with_notice(body, edition)}"


def _with_notice(body: str, edition: Edition) -> str:
    """The body of a page; below its heading a draft says that it is one."""
    if edition.locale in edition.library.languages.published:
        return body
    words = edition.word(N_("This translation is not finished. What is missing is shown in English."))
    heading, _, rest = body.partition("\n\n")
    return f'{heading}\n\n<p class="note draft-notice" role="note">{html_text(words)}</p>\n\n{rest}'


@cache
def _environment() -> Environment:
    """Templates print ready pieces; `text` and `attribute` are for interface words."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["text"] = html_text
    environment.filters["attribute"] = html_attribute
    return environment
