"""A sentence has at most 20 words; a colon or semicolon gives the reader a rest, as a full stop does."""

import re
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import line_problem, problem, prose_lines, said
from sehat.language.words import sentences, word_count
from sehat.model.library import Library
from sehat.problems import Problem

MOST = 20
REST = re.compile(r"(?<=[:;])\s+")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for the longest sentence of each text that has too many words."""
    for each in said(library):
        for locale in library.languages.published:
            words = each.text[locale]
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
    if word_count(words) <= MOST:
        return "", ""
    pieces = [piece for sentence in sentences(words, locale) for piece in REST.split(sentence)]
    count, sentence = max(((word_count(piece), piece) for piece in pieces), key=lambda pair: pair[0])
    if count <= MOST:
        return "", ""
    start = " ".join(sentence.split()[:5])
    return (
        f'The sentence "{start} …" has {count} words. Split it into sentences of at most {MOST} words.',
        f'Kalimat "{start} …" terdiri dari {count} kata. Bagi menjadi kalimat yang paling banyak {MOST} kata.',
    )
