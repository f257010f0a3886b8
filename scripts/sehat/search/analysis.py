"""A text as the terms that are compared: chat spellings written out, roots, synonyms as one, empty words marked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import snowballstemmer

from sehat.model.search import SearchWords
from sehat.search import indonesian
from sehat.search.tokens import tokens

LONGEST_PHRASE = 4
MOST_TEXTS = 40_000
"""How many texts an analyser remembers."""

Stem = Callable[[str], str]


@dataclass(frozen=True)
class Item:
    """A term of a text, the words it stands for, and whether it says nothing in a search."""

    term: str
    words: tuple[str, ...]
    ignored: bool


def stemmer(locale: str) -> Stem:
    """How words of a language are brought to their roots; a language without a stemmer keeps them whole."""
    if locale == "id":
        return indonesian.root
    if locale == "en":
        english = snowballstemmer.stemmer("english")
        cache: dict[str, str] = {}

        def stem(word: str) -> str:
            found = cache.get(word)
            if found is None:
                found = cache[word] = english.stemWord(word)
            return found

        return stem
    return lambda word: word


def analyser_of(locale: str, words: SearchWords, *, stemming: bool = True) -> "Analyser":
    """The analyser of a language; the same one again for the same words."""
    return _analyser(locale, words.model_dump_json(), stemming)


@lru_cache(maxsize=8)
def _analyser(locale: str, words: str, stemming: bool) -> "Analyser":
    return Analyser(locale, SearchWords.model_validate_json(words), stemming)


@dataclass(frozen=True)
class Analyser:
    """One language's way from text to terms. Its twin is `analyse` in `engine.mjs`."""

    locale: str
    words: SearchWords
    stemming: bool = True

    @cached_property
    def _stem(self) -> Stem:
        return stemmer(self.locale if self.stemming else "")

    @cached_property
    def ignored(self) -> frozenset[str]:
        """Words that say nothing in a search."""
        return frozenset(token for word in self.words.ignored for token in tokens(word))

    @cached_property
    def chat(self) -> Mapping[str, tuple[str, ...]]:
        """Chat spellings with the words they stand for."""
        return {spelled: tuple(tokens(meant)) for spelled, meant in self.words.chat.items()}

    @cached_property
    def phrases(self) -> Mapping[str, str]:
        """The roots of each synonym, joined by spaces, with the term that stands for it."""
        found: dict[str, str] = {}
        for word, others in self.words.synonyms.items():
            term = " ".join(self.stem(token) for token in tokens(word))
            for other in others:
                key = " ".join(self.stem(token) for token in tokens(other))
                if key and key != term:
                    found.setdefault(key, term)
        return found

    def stem(self, word: str) -> str:
        """The root of one word; the editors' list comes first."""
        return self.words.stems.get(word) or self._stem(word)

    def rule_stem(self, word: str) -> str:
        """The root of one word without the editors' list."""
        return self._stem(word)

    @cached_property
    def _memory(self) -> dict[tuple[str, bool], tuple[Item, ...]]:
        """What texts were found to say: while somebody edits, few of them change."""
        return {}

    def items(self, text: str, *, chat: bool = True) -> tuple[Item, ...]:
        """The terms of a text in order; `chat` writes out chat spellings."""
        known = self._memory.get((text, chat))
        if known is None:
            known = tuple(self._items(text, chat=chat))
            if len(self._memory) < MOST_TEXTS:
                self._memory[(text, chat)] = known
        return known

    def _items(self, text: str, *, chat: bool) -> list[Item]:
        spelled = tokens(text)
        if chat:
            spelled = [token for before, word in pairwise(("", *spelled)) for token in self._meant(word, before)]
        roots = [self.stem(word) for word in spelled]
        found: list[Item] = []
        here = 0
        while here < len(roots):
            for length in range(min(LONGEST_PHRASE, len(roots) - here), 0, -1):
                term = self.phrases.get(" ".join(roots[here : here + length]))
                if term:
                    found.append(Item(term, tuple(spelled[here : here + length]), False))
                    break
            else:
                length = 1
                word = spelled[here]
                found.append(Item(roots[here], (word,), word in self.ignored))
            here += length
        return found

    def _meant(self, word: str, before: str) -> tuple[str, ...]:
        """What a chat spelling means; behind a number it is a unit (`40 mg`)."""
        return (word,) if before.isdecimal() else self.chat.get(word, (word,))

    def terms(self, text: str, *, chat: bool = False) -> list[str]:
        """The terms of a text that are searched."""
        return said(self.items(text, chat=chat))


def said(items: Iterable[Item]) -> list[str]:
    """The terms that say something; all of them when none does."""
    every = list(items)
    return [item.term for item in every if not item.ignored] or [item.term for item in every]
