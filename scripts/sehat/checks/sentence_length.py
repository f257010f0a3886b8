"""A sentence has at most 20 words."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import line_problem, problem, prose_lines, said
from sehat.language.words import longest_sentence
from sehat.model.library import Library
from sehat.problems import Problem

MOST = 20


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for the longest sentence of each text that has too many words."""
    for each in said(library):
        for locale, words in each.text.items():
            en, id = _too_long(words, locale)
            if en:
                yield problem(
                    library, each.file, (*each.path, locale), "sentence-length", en=en, id=id, level="warning"
                )
    for file, line, locale, words in prose_lines(library):
        en, id = _too_long(words, locale)
        if en:
            yield line_problem(file, line, "sentence-length", en=en, id=id, level="warning")


def _too_long(words: str, locale: str) -> tuple[str, str]:
    count, sentence = longest_sentence(words, locale)
    if count <= MOST:
        return "", ""
    start = " ".join(sentence.split()[:5])
    return (
        f'The sentence "{start} …" has {count} words. Split it into sentences of at most {MOST} words.',
        f'Kalimat "{start} …" terdiri dari {count} kata. Bagi menjadi kalimat yang paling banyak {MOST} kata.',
    )
