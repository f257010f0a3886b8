"""One language's edition of the site: the library with its pages, relations, words and glossary at hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sehat.addresses import PageEntry, SiteMap, say_mapping
from sehat.language.catalogs import Catalog
from sehat.language.words import any_of
from sehat.model.entities import Page
from sehat.model.library import Library
from sehat.model.relations import Relations
from sehat.model.text import Text

NAMES_SHOWN = 6


@dataclass(frozen=True)
class Edition:
    """What page builders need to write in one locale."""

    library: Library
    site_map: SiteMap
    relations: Relations
    catalog: Catalog
    locale: str

    def say(self, text: Text) -> str:
        """The words of `text` in this edition's language."""
        return say_mapping(text, self.locale)

    def word(self, message: str) -> str:
        """An interface word."""
        return self.catalog.gettext(message)

    def page(self, kind: str, entity: str) -> PageEntry:
        """A page of the site."""
        return self.site_map.by_name[(kind, entity)]

    def url(self, kind: str, entity: str) -> str:
        """The address of a page in this language, from the site's root."""
        return self.site_map.url(kind, entity, self.locale)

    def other_names(self, entity: Page) -> tuple[str, ...]:
        """The first few of the names people use, as the entity's page shows them."""
        return tuple(entity.also_called.get(self.locale, ())[:NAMES_SHOWN])

    def updated(self, kind: str, entity: str) -> date | None:
        """The day of the last change that names the page, or of the last one about the whole site."""
        days = (each.date for each in self.library.changes.values() if not each.pages or (kind, entity) in each.pages)
        return max(days, default=None)

    @cached_property
    def glossary(self) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
        """A pattern that finds the first words of any term, and the term's slug by its lower-case form."""
        forms: dict[str, str] = {}
        for slug, term in self.library.terms.items():
            for form in term.forms.get(self.locale, ()):
                forms.setdefault(form.casefold(), slug)
        return any_of(forms), forms

    @cached_property
    def foreign(self) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
        """A pattern that finds any phrase of another language, and the phrase's language by its lower-case form."""
        languages = {
            phrase.casefold(): code
            for code, each in self.library.foreign.items()
            if code != self.locale
            for phrase in each.phrases
        }
        return any_of(languages), languages
