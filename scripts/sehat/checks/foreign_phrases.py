"""A phrase of another language is one of a language of the site, and pages show it."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem
from sehat.language.words import any_of
from sehat.model.entities import Finding, Page, Term
from sehat.model.library import Library
from sehat.problems import Problem

FILE = "content/foreign-phrases.yaml"


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each language that the site does not have, and for each phrase among no names of another."""
    for code, each in library.foreign.items():
        if code not in library.languages.all:
            yield problem(
                library,
                FILE,
                (code,),
                "foreign-phrases",
                en=f'"{code}" is no language of this site. Use one of: {", ".join(library.languages.all)}.',
                id=f'"{code}" bukan bahasa situs ini. Pakai salah satu dari: {", ".join(library.languages.all)}.',
                key=True,
            )
            continue
        shown = "\n".join(_names(library, code))
        for number, phrase in enumerate(each.phrases):
            pattern = any_of([phrase])
            if pattern and not pattern.search(shown):
                yield problem(
                    library,
                    FILE,
                    (code, "phrases", number),
                    "foreign-phrases",
                    en=f'No page in another language shows "{phrase}" among its names. Delete it.',
                    id=f'Tidak ada halaman berbahasa lain yang memuat "{phrase}" di antara namanya. Hapus.',
                    level="warning",
                )


def _names(library: Library, code: str) -> Iterator[str]:
    """What the index and the glossary show in languages other than `code`."""
    for locale in library.languages.all:
        if locale == code:
            continue
        for entity in library.entities():
            if isinstance(entity, Finding) and entity.kind == "circumstance":
                continue
            if isinstance(entity, Page):
                yield entity.title.get(locale, "")
                yield from entity.also_called.get(locale, ())
            elif isinstance(entity, Term):
                yield entity.title.get(locale, "")
                yield entity.meaning.text.get(locale, "")
