"""Every reference points at something that exists."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sehat.checks.parts import parts, problem
from sehat.model.kinds import KIND
from sehat.model.library import Library
from sehat.model.references import Reference, references
from sehat.problems import Problem
from sehat.reading.blanks import BLANK
from sehat.reading.explain import nearest

WORDS = {"fact": ("fact", "fakta"), "level": ("level", "tingkat"), "group": ("group", "kelompok")}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each slug that names nothing."""
    names = _names(library)
    for file, value in parts(library):
        for reference in references(value):
            found = _missing(reference, names, library)
            if found:
                en, id = found
                yield problem(library, file, reference.path, "references", en=en, id=id)


def _names(library: Library) -> Mapping[str, Iterable[str]]:
    return {
        **library.known,
        "fact": library.facts.keys(),
        "level": library.levels.keys(),
        "group": library.groups.keys(),
    }


def _missing(reference: Reference, names: Mapping[str, Iterable[str]], library: Library) -> tuple[str, str] | None:
    if BLANK.search(reference.slug):
        return None
    if reference.kind == "asked" and "=" not in reference.slug:
        return _missing(Reference("finding", reference.slug, ()), names, library)
    if reference.kind in ("answer", "asked"):
        return _missing_answer(reference.slug, names, library)
    allowed = names[reference.kind]
    if reference.slug in allowed or not allowed:
        # Without any name the file of all names could not be read, and that has been told.
        return None
    en, id = WORDS.get(reference.kind) or (KIND[reference.kind].en, KIND[reference.kind].id)
    return (
        f'There is no {en} called "{reference.slug}".{nearest(reference.slug, allowed, "en") or " Correct the name."}',
        f'Tidak ada {id} bernama "{reference.slug}".{nearest(reference.slug, allowed, "id") or " Perbaiki namanya."}',
    )


def _missing_answer(answer: str, names: Mapping[str, Iterable[str]], library: Library) -> tuple[str, str] | None:
    name, _, option = answer.partition("=")
    if name not in names["finding"]:
        return _missing(Reference("finding", name, ()), names, library)
    finding = library.findings.get(name)
    if finding is None:
        return None
    options = [each.option for each in finding.options]
    if option in options or (not option and not options):
        return None
    if options:
        return (
            f'"{answer}" must name an answer of "{name}".{nearest(option, options, "en")}',
            f'"{answer}" harus menyebut jawaban dari "{name}".{nearest(option, options, "id")}',
        )
    return (
        f'"{name}" is answered by yes or no, so write it without "={option}".',
        f'"{name}" dijawab ya atau tidak, jadi tulis tanpa "={option}".',
    )
