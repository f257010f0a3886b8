"""Roots of Indonesian words: Sastrawi at build time, and affix stripping against known roots, which the browser does too."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

SHORTEST = 3
SHORTEST_SPOKEN = 4
PARTICLES = ("lah", "kah", "pun")
OWNERS = ("nya", "ku", "mu")
ENDINGS = ("kan", "an", "in", "i")
PREFIXES = ("di", "ke", "se", "ter", "te", "ber", "bel", "be", "per", "pel", "pe", "me")
NASALS = (
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("menge", ("",)),
    ("penge", ("",)),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
)
SPOKEN = (("nge", ("",)), ("ng", ("", "k")), ("ny", ("s", "c")), ("n", ("t",)), ("m", ("p",)))
DEEPEST = 3


def strip(word: str, roots: Collection[str]) -> str:
    """The longest known root that `word` is an affixed form of, or the word itself.

    Its twin is `stripIndonesian` in `engine.mjs`.
    """
    if word in roots:
        return word
    best = ""
    for candidate in candidates(word):
        if len(candidate) > len(best) and candidate in roots:
            best = candidate
    return best or word


def candidates(word: str) -> Iterator[str]:
    """What may be left of a word without its affixes, least stripped first; the word itself is not among them."""
    seen = {word}
    level = list(_without_ending(word))
    for ending in level:
        if ending not in seen:
            seen.add(ending)
            yield ending
    level = [word, *level]
    for _ in range(DEEPEST):
        shorter: list[str] = []
        for form in level:
            for rest in _without_prefix(form):
                if rest not in seen:
                    seen.add(rest)
                    shorter.append(rest)
                    yield rest
        level = shorter


def _without_ending(word: str) -> list[str]:
    forms = [word]
    for endings in (PARTICLES, OWNERS, ENDINGS):
        forms += [
            form[: -len(ending)]
            for form in forms
            for ending in endings
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST
        ]
    return forms[1:]


def _without_prefix(word: str) -> Iterator[str]:
    for prefix, starts in NASALS:
        if word.startswith(prefix):
            for start in starts:
                if len(word) - len(prefix) + len(start) >= SHORTEST:
                    yield start + word[len(prefix) :]
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
            yield word[len(prefix) :]
    for prefix, starts in SPOKEN:
        if word.startswith(prefix):
            for start in starts:
                if len(word) - len(prefix) + len(start) >= SHORTEST_SPOKEN:
                    yield start + word[len(prefix) :]


@cache
def root(word: str) -> str:
    """The root by Sastrawi; spoken forms that it does not know are stripped against its dictionary."""
    stemmer, dictionary = _sastrawi()
    found: str = stemmer.stem(word)
    return strip(word, dictionary) if found == word and len(word) > SHORTEST_SPOKEN else found


@cache
def _sastrawi() -> tuple[Any, frozenset[str]]:
    factory = StemmerFactory()
    return factory.create_stemmer(), frozenset(factory.get_words())
