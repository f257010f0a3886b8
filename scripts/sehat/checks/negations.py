"""A sentence that denies or forbids something does so in every language."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sehat.checks.parts import problem, said
from sehat.language.words import sentences
from sehat.model.library import Library
from sehat.problems import Problem

NEGATIONS = {
    "id": r"tidak|jangan\w*|bukan\w*|belum|tanpa|tak|tiada|enggak|nggak",
    "en": r"not|no|never|cannot|\w+n[’']t|without|nor|none|nothing|nobody|neither|nowhere",
}
"""Words that turn a sentence round."""
SOFTER = {
    "id": r"jarang|langka|gagal|henti\w*|berhenti|hindari|menghindari|sulit|susah|kurang|hilang|selain|kecuali|bebas|"
    r"kosong|sebelum|larang\w*|dilarang|mustahil|cegah|mencegah|batasi|lewati|tunda|kelewat|habis|terlalu|daripada|"
    r"saja|hanya|cukup|alih-alih|melainkan|putus",
    "en": r"rarely|seldom|hardly|un\w+|ir\w+|in\w+|im\w+|dis\w+|non\w*|\w+less|loss|lost|lose|loses|losing|fails?|failed|"
    r"avoid\w*|stop\w*|instead|rather|hard|difficult\w*|lacks?|free|missing|other|except|unless|only|too|gone|leave|"
    r"before|prevent\w*|limits?|skip|wrong|beyond|far from|away|outside|end|ends|alone|numb\w*|absent|low|little|few|"
    r"deny|denied|forbid\w*|off|out|yet|still|enough|different|another|even|pale|bare|barely|abnormal\w*|"
    r"rule[sd]? out|helpless|hand back|long-lasting|until|stays?|thirst\w*|weak\w*|painless\w*",
}
"""Words that say the same more gently; they may stand for a negation of the other language."""
STRONG = {locale: re.compile(rf"\b(?:{words})\b", re.I) for locale, words in NEGATIONS.items()}
ANY = {locale: re.compile(rf"\b(?:{NEGATIONS[locale]}|{words})\b", re.I) for locale, words in SOFTER.items()}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each sentence that is negative in one language only."""
    for each in said(library):
        for one, other in pairwise(code for code in each.text if code in STRONG):
            for words, locale, others, opposite in _pairs(each.text[one], one, each.text[other], other):
                strong = STRONG[locale].search(words)
                if strong and not ANY[opposite].search(others):
                    yield problem(
                        library,
                        each.file,
                        (*each.path, opposite),
                        "negations",
                        en=f'"{locale}" says "{strong[0]}", but nothing in "{opposite}" denies. '
                        "Give both the same meaning.",
                        id=f'"{locale}" memakai "{strong[0]}", tetapi "{opposite}" tidak menyangkal apa pun. '
                        "Samakan maknanya.",
                    )
                    break


def _pairs(words: str, locale: str, others: str, other: str) -> Iterator[tuple[str, str, str, str]]:
    """Both directions, sentence by sentence where both languages have as many."""
    here, there = sentences(words, locale), sentences(others, other)
    if len(here) != len(there):
        here, there = (words,), (others,)
    for one, two in zip(here, there, strict=True):
        yield one, locale, two, other
        yield two, other, one, locale
