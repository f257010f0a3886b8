"""Words of the other language with the terms that stand for them here, so that mixed sentences find pages."""

from collections.abc import Iterable

from sehat.model.text import Text
from sehat.search.analysis import Analyser
from sehat.search.tokens import tokens

MOST_WORDS = 2
"""The browser looks for no more words of the other language together."""


def translations(pairs: Iterable[Text], here: Analyser, there: Analyser) -> dict[str, str]:
    """Roots of the other language, also of synonyms, with the terms of this one; several are joined by spaces."""
    found: dict[str, str] = {}
    for pair in pairs:
        if here.locale not in pair or there.locale not in pair:
            continue
        words = tokens(pair[there.locale])
        term = " ".join(here.terms(pair[here.locale]))
        root = " ".join(map(there.stem, words))
        found.setdefault(" ".join(map(there.rule_stem, words)), term)
        found.setdefault(root, term)
        for variant, stands_for in there.phrases.items():
            if stands_for == root and variant.count(" ") < MOST_WORDS:
                found.setdefault(variant, term)
        for word, stem in there.words.stems.items():
            if stem == root:
                found.setdefault(there.rule_stem(word), term)
    return found
