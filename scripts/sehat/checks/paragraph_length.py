"""A paragraph has at most three sentences."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import line_problem, problem, prose_lines, said
from sehat.language.words import sentences
from sehat.model.library import Library
from sehat.problems import Problem

MOST = 3


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for each text with too many sentences."""
    for each in said(library):
        for locale in library.languages.published:
            words = each.text[locale]
            count = len(sentences(words, locale))
            if count > MOST:
                en, id = _words(count)
                yield problem(
                    library, each.file, (*each.path, locale), "paragraph-length", en=en, id=id, level="warning"
                )
    for file, line, locale, words in prose_lines(library):
        count = len(sentences(words, locale))
        if count > MOST:
            en, id = _words(count)
            yield line_problem(file, line, "paragraph-length", en=en, id=id, level="warning")


def _words(count: int) -> tuple[str, str]:
    return (
        f"This paragraph has {count} sentences. Split it, so that each has at most {MOST}.",
        f"Paragraf ini terdiri dari {count} kalimat. Bagi sehingga paling banyak {MOST} kalimat.",
    )
