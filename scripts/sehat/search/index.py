"""The search index of one language: everything `engine.mjs` needs, as one JSON object."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sehat.model.library import Library
from sehat.model.search import SearchWords
from sehat.addresses import SiteMap
from sehat.search import indonesian
from sehat.search.analysis import Analyser
from sehat.search.fields import SearchPage, search_pages
from sehat.search.flags import flag_patterns
from sehat.search.packing import number, numbers, word_list
from sehat.search.scoring import impacts
from sehat.search.tokens import tokens

FORMAT = 1
STRONG = ("title", "names", "summary", "signs")
COMMON = 0.55
"""A term of the body that stands on more than this part of all pages is left out there."""


class Builder:
    """Gathers the parts of one language's index."""

    def __init__(self, library: Library, site_map: SiteMap, locale: str) -> None:
        search = library.search
        self.library = library
        self.locale = locale
        self.other = next((code for code in library.languages.published if code != locale), "")
        self.words = search.words.get(locale, SearchWords())
        self.analyser = Analyser(locale, self.words)
        self.foreign = Analyser(self.other, search.words.get(self.other, SearchWords()))
        self.pages = list(search_pages(library, site_map, locale))
        self.surfaces: dict[str, Counter[str]] = {}
        self.site_words: set[str] = set()

    def build(self) -> dict[str, Any]:
        """The index as plain values."""
        fields = [self._fields(page) for page in self.pages]
        foreign = [self._foreign_terms(page) for page in self.pages]
        own = impacts([_without_common(each, fields) for each in fields])
        others = impacts([{"other": terms} for terms in foreign])
        names = [self._name_terms(page) for page in self.pages]
        flags = flag_patterns(self.library, self.analyser)
        translations = self._translations()
        terms = sorted({term for page in own for term in page} | {t for page in names for n in page for t in n})
        strong = {term for page in fields for field in STRONG for term in page[field]}
        phrases = dict(self.analyser.phrases)
        known = set(terms) | {root for key in phrases for root in key.split()} | set(phrases.values())
        known |= {self.analyser.stem(word) for word in self.analyser.ignored}
        known |= {root for flag in flags for pattern in flag["all"] for root in _roots_of(pattern)}
        known |= set(" ".join(translations.values()).split())
        exceptions = self._exceptions(known)
        place = {term: number for number, term in enumerate(terms)}
        foreign_terms = sorted({term for page in others for term in page})
        foreign_place = {term: number for number, term in enumerate(foreign_terms)}
        return {
            "format": FORMAT,
            "locale": self.locale,
            "other": self.other,
            "pages": [
                [page.entry.kind, page.entry.entity, page.title, page.entry.url[self.locale], page.summary]
                for page in self.pages
            ],
            "terms": word_list(terms),
            "postings": _postings(own, place),
            "weak": numbers(_gaps(place[term] for term in terms if term not in strong)),
            "names": "".join(
                number(len(page)) + "".join(number(len(name)) + numbers(place[term] for term in name) for name in page)
                for page in names
            ),
            "foreign": word_list(foreign_terms),
            "foreignPostings": _postings(others, foreign_place),
            "known": word_list(sorted(known - set(terms))),
            "ignored": word_list(sorted(self.analyser.ignored)),
            "chat": {spelled: " ".join(meant) for spelled, meant in self.analyser.chat.items()},
            "phrases": phrases,
            "stems": exceptions,
            "surfaces": self._shown(strong, phrases),
            "translations": translations,
            "intents": {
                kind: [" ".join(tokens(word)) for word in words] for kind, words in self.words.intents.items()
            },
            "flags": flags,
        }

    def _fields(self, page: SearchPage) -> dict[str, list[str]]:
        return {
            "title": self._terms([page.title]),
            "names": self._terms(page.names, chat=True),
            "signs": self._terms(page.signs),
            "summary": self._terms([page.summary]),
            "body": self._terms(page.body),
        }

    def _terms(self, texts: Iterable[str], *, chat: bool = False) -> list[str]:
        found: list[str] = []
        for text in texts:
            for item in self.analyser.items(text, chat=chat):
                self.site_words.update(item.words)
                if not item.ignored:
                    found.append(item.term)
                    if len(item.words) == 1:
                        self.surfaces.setdefault(item.term, Counter())[item.words[0]] += 1
        return found

    def _name_terms(self, page: SearchPage) -> list[list[str]]:
        """The title and each name as its terms; names of the same terms count once."""
        found: dict[tuple[str, ...], None] = {}
        for name in (page.title, *page.names):
            found.setdefault(tuple(dict.fromkeys(self.analyser.terms(name, chat=True))), None)
        return [list(name) for name in found if name]

    def _foreign_terms(self, page: SearchPage) -> list[str]:
        found = [term for text in page.other.get(self.other, ()) for term in self._foreign_roots(text)]
        return [term for term in found if not term.isdigit()]

    def _foreign_roots(self, text: str) -> list[str]:
        return [self.foreign.stem(word) for word in tokens(text) if word not in self.foreign.ignored]

    def _translations(self) -> dict[str, str]:
        """Roots of words of the other language, with the terms that stand for them here."""
        found: dict[str, str] = {}
        for pair in self.library.search.translations:
            if self.other not in pair or self.locale not in pair:
                continue
            there = " ".join(self.foreign.stem(word) for word in tokens(pair[self.other]))
            here = " ".join(self.analyser.terms(pair[self.locale]))
            found.setdefault(there, here)
            for variant, term in self.foreign.phrases.items():
                if term == there:
                    found.setdefault(variant, here)
        return found

    def _exceptions(self, known: set[str]) -> dict[str, str]:
        """Words of this site whose root the browser would get wrong."""
        found = {word: root for word, root in self.words.stems.items()}
        if self.locale == "id":
            for word in self.site_words:
                root = self.analyser.stem(word)
                if root != indonesian.strip(word, known):
                    found[word] = root
        return dict(sorted(found.items()))

    def _shown(self, strong: set[str], phrases: Mapping[str, str]) -> dict[str, str]:
        """How a root is written when a typing mistake was corrected to it, where that is not the root itself."""
        shown: dict[str, str] = {}
        for term, words in self.surfaces.items():
            word = words.most_common(1)[0][0]
            if term in strong and word != term:
                shown[term] = word
        return dict(sorted(shown.items()))


def search_index(library: Library, site_map: SiteMap, locale: str) -> dict[str, Any]:
    """The index of one language."""
    return Builder(library, site_map, locale).build()


def _without_common(page: Mapping[str, Sequence[str]], pages: Sequence[Mapping[str, Sequence[str]]]) -> Mapping[str, Sequence[str]]:
    return page


def _roots_of(pattern: str) -> list[str]:
    return pattern.replace("!", " ").replace("/", " ").replace("_", " ").split()


def _postings(pages: Sequence[Mapping[str, int]], place: Mapping[str, int]) -> str:
    """For each term the number of its pages, then for each page the distance from the last one and the impact."""
    lists: list[list[tuple[int, int]]] = [[] for _ in place]
    for number_, page in enumerate(pages):
        for term, impact in page.items():
            lists[place[term]].append((number_, impact))
    parts: list[str] = []
    for entries in lists:
        parts.append(number(len(entries)))
        last = -1
        for page_number, impact in entries:
            parts.append(number(page_number - last - 1) + number(impact))
            last = page_number
    return "".join(parts)


def _gaps(places: Iterable[int]) -> list[int]:
    found: list[int] = []
    last = -1
    for place in sorted(places):
        found.append(place - last - 1)
        last = place
    return found
