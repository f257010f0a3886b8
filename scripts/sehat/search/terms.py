"""The pages of one language as terms: those of their fields, of each name, and of their names in the other language."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sehat.search.analysis import Analyser
from sehat.search.fields import SearchPage
from sehat.search.tokens import tokens

Fields = dict[str, list[str]]


@dataclass
class Terms:
    """Reads texts and remembers how their words are written."""

    analyser: Analyser
    written: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words: set[str] = field(default_factory=set)

    def fields(self, page: SearchPage) -> Fields:
        """The terms of a page by field."""
        return {
            "title": self._of([page.title]),
            "names": self._of(page.names, chat=True),
            "signs": self._of(page.signs),
            "summary": self._of([page.summary]),
        }

    def _of(self, texts: Iterable[str], *, chat: bool = False) -> list[str]:
        found: list[str] = []
        for text in texts:
            items = self.analyser.items(text, chat=chat)
            empty = all(item.ignored for item in items)
            for item in items:
                self.words.update(item.words)
                if empty or not item.ignored:
                    found.append(item.term)
                    if len(item.words) == 1:
                        self.written[item.term][item.words[0]] += 1
        return found

    def forms(self, of: Collection[str]) -> list[tuple[str, str]]:
        """How roots are usually written, where that is not the root itself; typing mistakes are compared with it."""
        usual = {
            term: min(words, key=lambda word: (-words[word], word))
            for term, words in sorted(self.written.items())
            if term in of
        }
        return [(term, word) for term, word in usual.items() if word != term]


def name_terms(pages: Sequence[SearchPage], analyser: Analyser) -> list[list[list[str]]]:
    """For each page its title and names as terms; names of the same terms count once.

    Where a name is left with the same terms as another page's only because it lost words that say nothing
    ("sering kedutan"), it stays with the other page.
    """
    found: list[dict[tuple[str, ...], int]] = []
    fewest: dict[tuple[str, ...], int] = {}
    for page in pages:
        names: dict[tuple[str, ...], int] = {}
        for name in (page.title, *page.names):
            items = analyser.items(name)
            terms = tuple(sorted({item.term for item in items if not item.ignored} or {item.term for item in items}))
            lost = sum(item.ignored for item in items)
            names[terms] = min(lost, names.get(terms, lost))
        for terms, lost in names.items():
            fewest[terms] = min(lost, fewest.get(terms, lost))
        found.append(names)
    return [[list(terms) for terms, lost in names.items() if terms and lost == fewest[terms]] for names in found]


def foreign_terms(page: SearchPage, foreign: Analyser) -> set[str]:
    """Roots of the page's names in another language, by the rules alone: the browser does not know its exceptions."""
    words = {word for text in page.other.get(foreign.locale, ()) for word in tokens(text)}
    return {foreign.rule_stem(word) for word in words - foreign.ignored if not word.isdigit()}
