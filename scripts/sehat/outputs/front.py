"""Front matter of a page: what the theme needs to know about it."""

from typing import Any

from sehat.addresses import PageEntry
from sehat.language.formats import long_date, own_name, text_direction
from sehat.outputs.edition import Edition
from sehat.outputs.sharing import share_text
from sehat.outputs.structured_data import structured_data
from sehat.outputs.words import N_


def front(
    edition: Edition,
    page: PageEntry,
    *,
    description: str,
    crumbs: tuple[PageEntry, ...] = (),
    beside: tuple[PageEntry | None, PageEntry | None] = (None, None),
    heading: str = "",
) -> dict[str, Any]:
    """The front matter of `page`; `beside` are the previous and the next page of its list."""
    locale = edition.locale
    title = heading or page.title[locale]
    changed = edition.updated(page.kind, page.entity)
    updated = changed.isoformat() if changed else None
    above = (edition.page("home", "home"), *crumbs) if page.kind != "home" else ()
    return {
        "title": page.title[locale],
        "heading": title,
        "description": description,
        "locale": locale,
        "dir": text_direction(locale),
        "kind": page.kind,
        "entity": page.entity,
        "url": page.url[locale],
        "section": page.section,
        "alternates": [
            {"locale": code, "name": own_name(code), "url": page.url[code]}
            for code in edition.library.languages.published
        ],
        "crumbs": [{"title": _crumb(edition, each), "url": each.url[locale]} for each in above],
        "previous": _neighbour(beside[0], locale),
        "next": _neighbour(beside[1], locale),
        "updated": updated,
        "changed": long_date(changed, locale) if changed else "",
        "share": share_text(edition, page.title[locale]),
        "structured_data": structured_data(edition, page, name=title, description=description, updated=updated),
        "source": _source(edition, page),
    }


def _source(edition: Edition, page: PageEntry) -> str:
    """The file to change for this page; prose has one for each language."""
    prose = edition.library.prose.get(page.entity, {}) if page.kind in ("home", "page") else {}
    return prose[edition.locale].file if edition.locale in prose else page.file


def _crumb(edition: Edition, page: PageEntry) -> str:
    return edition.word(N_("Home")) if page.kind == "home" else page.title[edition.locale]


def _neighbour(page: PageEntry | None, locale: str) -> dict[str, str] | None:
    return {"title": page.title[locale], "url": page.url[locale]} if page else None
