"""Where pages stand on the site: every page with its titles and addresses in each locale."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sehat.model.entities import Page
from sehat.model.library import Library
from sehat.model.text import Text

ENTITY_KINDS = ("condition", "cause", "remedy", "examination", "finding")
LIST_SECTIONS = ("condition", "cause", "remedy", "examination", "finding")
"""Sections whose address shows a list of their pages."""
SINGLE_SECTIONS = {
    "source": "sources",
    "term": "glossary",
    "emergency": "emergency",
    "index": "index",
    "changes": "changes",
    "status": "status",
}
"""Sections that are one page: section name to page kind."""


@dataclass(frozen=True)
class PageEntry:
    """A page in every locale. `url` has no leading slash; `section` is the menu entry it belongs to."""

    kind: str
    entity: str
    section: str
    title: Mapping[str, str]
    url: Mapping[str, str]
    file: str


def slugify(words: str) -> str:
    """The last part of an address made from a title: lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def relative(here: str, there: str) -> str:
    """The link from the page at `here` to the address `there`, both from the site's root; `there` may have an anchor."""
    path, mark, anchor = there.partition("#")
    link = posixpath.relpath("/" + path, "/" + here)
    if link == "." and mark:
        return mark + anchor
    return link + "/" * (not path or path.endswith("/")) + mark + anchor


@dataclass(frozen=True)
class SiteMap:
    """Every page of the site, in the order of menus and of previous and next."""

    library: Library

    @cached_property
    def pages(self) -> tuple[PageEntry, ...]:
        """All pages."""
        return tuple(self._all())

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], PageEntry]:
        """Pages by kind and entity."""
        return {(page.kind, page.entity): page for page in self.pages}

    def url(self, kind: str, entity: str, locale: str) -> str:
        """The address of a page in one locale."""
        return self.by_name[(kind, entity)].url[locale]

    def has(self, kind: str, entity: str) -> bool:
        """Whether there is such a page."""
        return (kind, entity) in self.by_name

    def resolve(self, reference: str) -> str | None:
        """The address of the page that prose names as `kind:entity`, in the default locale; None without one."""
        kind, _, entity = reference.partition(":")
        name = (kind, entity or kind)
        return self.by_name[name].url[self.library.default_locale] if name in self.by_name else None

    def _all(self) -> Iterator[PageEntry]:
        library = self.library
        locales = library.languages.all
        sections = library.site.sections
        prose = library.prose
        if "home" in prose:
            titles = {code: say_mapping(library.site.title, code) for code in locales}
            files = prose["home"]
            first = files[library.default_locale].file if library.default_locale in files else ""
            yield PageEntry("home", "home", "home", titles, {code: f"{code}/" for code in locales}, first)
        for section in LIST_SECTIONS:
            if section in sections:
                yield self._section("index", section, section)
        for section, kind in SINGLE_SECTIONS.items():
            if section in sections:
                yield self._section(kind, kind, section)
        for section in ("search", "self-check"):
            if section in sections:
                yield self._section(section, section, section)
        for kind in ENTITY_KINDS:
            group: Mapping[str, Page] = getattr(library, f"{kind}s" if kind != "remedy" else "remedies")
            for entity in group.values():
                if has_page(entity):
                    yield self._entity(kind, entity)
        for slug, by_locale in sorted(prose.items()):
            if slug == "home" or not all(code in by_locale for code in library.languages.published):
                continue
            fallback = by_locale[library.default_locale]
            here = {code: by_locale.get(code, fallback) for code in locales}
            yield PageEntry(
                "page",
                slug,
                slug,
                {code: page.title for code, page in here.items()},
                {code: f"{code}/{page.address}/" for code, page in here.items()},
                fallback.file,
            )

    def _section(self, kind: str, entity: str, section: str) -> PageEntry:
        found = self.library.site.sections[section]
        locales = self.library.languages.all
        return PageEntry(
            kind,
            entity,
            section,
            {code: say_mapping(found.title, code) for code in locales},
            {code: f"{code}/{say_mapping(found.address, code)}/" for code in locales},
            "content/site.yaml",
        )

    def _entity(self, kind: str, entity: Page) -> PageEntry:
        locales = self.library.languages.all
        section = self.library.site.sections[kind]
        titles = {code: say_mapping(entity.title, code) for code in locales}
        parts = {code: address_part(entity, code) for code in locales}
        return PageEntry(
            kind,
            entity.slug,
            kind,
            titles,
            {code: f"{code}/{say_mapping(section.address, code)}/{parts[code]}/" for code in locales},
            entity.file,
        )


def address_part(entity: Page, locale: str) -> str:
    """The last part of an entity's address: given, or made from its title."""
    given = say_mapping(entity.address, locale) if entity.address else ""
    return slugify(given or say_mapping(entity.title, locale)) or entity.slug


def has_page(entity: Page) -> bool:
    """Whether an entity has a page of its own; a circumstance of the self-check has none."""
    return getattr(entity, "kind", "") != "circumstance"


def say_mapping(text: Text, locale: str) -> str:
    """The words of `text` in `locale`; a draft locale without them shows English, then any."""
    found: str = text.get(locale) or text.get("en") or next(iter(text.values()))
    return found
