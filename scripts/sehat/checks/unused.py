"""Every source, finding and glossary term is used somewhere."""

from collections.abc import Iterator, Mapping
from datetime import date

from sehat.checks.parts import parts, problem, said, unread
from sehat.model.entities import Term
from sehat.model.kinds import KIND
from sehat.model.library import Library
from sehat.model.node import Entity
from sehat.model.references import references
from sehat.problems import Problem

HINTS = {
    "source": (
        "Add it under the statement it supports, or delete the file",
        "Cantumkan di pernyataan yang didukungnya, atau hapus berkasnya",
    ),
    "finding": (
        "Use it in a cause or a rule, or delete the file",
        "Pakai di sebuah penyebab atau aturan, atau hapus berkasnya",
    ),
}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for each entity that nothing leads to; silent while files cannot be read."""
    if unread(library):
        return
    used: set[tuple[str, str]] = set()
    for _, value in parts(library):
        for reference in references(value):
            kind = "finding" if reference.kind == "answer" else reference.kind
            used.add((kind, reference.slug.partition("=")[0]))
    used.update(("finding", name) for example in library.examples.values() for name in example.answers)
    groups: dict[str, Mapping[str, Entity]] = {
        # Classifications back the codes of entities, not statements.
        "source": {slug: each for slug, each in library.sources.items() if each.kind != "dataset"},
        "finding": library.findings,
    }
    for kind, entities in groups.items():
        for slug, entity in entities.items():
            if (kind, slug) not in used:
                en, id = HINTS[kind]
                yield problem(
                    library,
                    entity.file,
                    (),
                    "unused",
                    en=f'Nothing uses the {KIND[kind].en} "{slug}". {en}.',
                    id=f'{KIND[kind].id.capitalize()} "{slug}" tidak dipakai di mana pun. {id}.',
                    level="warning",
                )
    yield from _terms(library)


def _terms(library: Library) -> Iterator[Problem]:
    everything = {
        locale: "\n".join(
            each.text[locale] for each in said(library) if not each.file.startswith("content/glossary/")
        ).casefold()
        for locale in library.languages.published
    }
    for term in library.terms.values():
        if not any(_met(term, locale, words) for locale, words in everything.items()):
            yield problem(
                library,
                term.file,
                (),
                "unused",
                en=f'No page uses the word "{term.slug}" of the glossary. Use it, or delete the file.',
                id=f'Kata "{term.slug}" di glosarium tidak dipakai di halaman mana pun. Pakai, atau hapus berkasnya.',
                level="warning",
            )


def _met(term: Term, locale: str, words: str) -> bool:
    return any(form.casefold() in words for form in term.forms.get(locale, ()))
