"""How long and how hard to read each page is, per language."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sehat.addresses import has_page
from sehat.checks.parts import said
from sehat.checks.sentence_length import REST
from sehat.language.words import sentences, syllables, words
from sehat.model.entities import Page
from sehat.model.library import Library

LONG_SENTENCE = 20
LONG_WORD = 4
"""A word of at least so many syllables is long."""


@dataclass(frozen=True)
class Measure:
    """A page in one language: words, sentences, the longest sentence, and the share of long words."""

    kind: str
    slug: str
    file: str
    locale: str
    words: int
    sentences: int
    longest: int
    long_words: float

    @property
    def words_per_sentence(self) -> float:
        """How many words a sentence has on average."""
        return self.words / self.sentences if self.sentences else 0.0


def measures(library: Library) -> Iterator[Measure]:
    """The measures of every page of an entity, in each published language."""
    texts: dict[str, list[dict[str, str]]] = defaultdict(list)
    for each in said(library):
        texts[each.file].append(dict(each.text))
    for entity in library.entities():
        if not (isinstance(entity, Page) and has_page(entity)):
            continue
        for locale in library.languages.published:
            spoken = [text[locale] for text in texts[entity.file]]
            lengths = [
                len(words(piece))
                for text in spoken
                for sentence in sentences(text, locale)
                for piece in REST.split(sentence)
            ]
            said_words = [word for text in spoken for word in words(text)]
            long = sum(1 for word in said_words if syllables(word, locale) >= LONG_WORD)
            yield Measure(
                entity.kind_name,
                entity.slug,
                entity.file,
                locale,
                len(said_words),
                len(lengths),
                max(lengths, default=0),
                long / len(said_words) if said_words else 0.0,
            )
