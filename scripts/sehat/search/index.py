"""The search index of one language: everything `engine.mjs` needs, as one JSON object."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.model.search import SearchWords
from sehat.search import indonesian
from sehat.search.analysis import Analyser
from sehat.search.fields import SearchPage, search_pages
from sehat.search.flags import flag_patterns
from sehat.search.packing import number, numbers, word_list
from sehat.search.scoring import impacts
from sehat.search.tokens import tokens

FORMAT = 1
EMERGENCY_PAGE = "emergency:emergency"
STRONG = ("title", "names", "summary", "signs")
FEW = 0.01
"""A term that only bodies have is kept when at most this part of all pages has it."""

FEW_PAGES = 2
LEFT_OUT = ("stemming", "lay names", "synonyms", "chat", "other language", "signs", "body")
"""Parts of the index that can be left out to see what they add."""

SPELLINGS = 2
"""How many written forms of a root a typing mistake is compared with."""

FOREIGN_PAGES = 8
"""A word of the other language that more pages have is left to the translations."""

MANY_PAGES = 600
"""With more pages than this, titles, addresses and summaries stand in files of `BLOCK` pages, loaded when shown."""

BLOCK = 64
DISPLAY = ("titles", "urls", "summaries")

SHOWN = 96
"""How many characters of a summary are shown."""


class Builder:
    """Gathers the parts of one language's index."""

    def __init__(self, library: Library, site_map: SiteMap, locale: str, without: str = "") -> None:
        search = library.search
        self.library = library
        self.locale = locale
        self.without = without
        self.other = next((code for code in library.languages.published if code != locale), "")
        self.words = search.words.get(locale, SearchWords())
        if without in ("synonyms", "chat"):
            self.words = self.words.model_copy(update={without: {}})
        self.analyser = Analyser("" if without == "stemming" else locale, self.words)
        self.foreign = Analyser(self.other, search.words.get(self.other, SearchWords()))
        self.pages = list(search_pages(library, site_map, locale))
        self.surfaces: dict[str, Counter[str]] = {}
        self.site_words: set[str] = set()

    def build(self) -> dict[str, Any]:
        """The index as plain values."""
        fields = [self._fields(page) for page in self.pages]
        foreign = [self._foreign_terms(page) for page in self.pages]
        own = impacts([{name: terms for name, terms in page.items() if name != "body"} for page in fields])
        bodies = _rare(fields, own)
        others = [
            set(terms) - set(page["title"]) - set(page["names"]) for terms, page in zip(foreign, fields, strict=True)
        ]
        often = Counter(term for page in others for term in page)
        translations = self._translations()
        others = [{t for t in page if often[t] <= FOREIGN_PAGES and t not in translations} for page in others]
        names = self._name_terms()
        flags = flag_patterns(self.library, self.analyser, self.locale)
        terms = sorted({term for page in (*own, *bodies) for term in page})
        strong = {term for page in fields for field in STRONG for term in page[field]}
        named = {term for page in fields for field in ("title", "names") for term in page[field]}
        phrases = dict(self.analyser.phrases)
        roots = set(terms) | {root for key in phrases for root in key.split()}
        known = set(phrases.values())
        known |= {root for flag in flags for pattern in flag["all"] for root in _roots_of(pattern)}
        known |= set(" ".join(translations.values()).split())
        exceptions = self._exceptions(roots | known)
        place = {term: number for number, term in enumerate(terms)}
        numbered = {page.reference: number for number, page in enumerate(self.pages)}
        foreign_terms = sorted({term for page in others for term in page})
        foreign_place = {term: number for number, term in enumerate(foreign_terms)}
        return {
            "format": FORMAT,
            "locale": self.analyser.locale,
            "other": self.other,
            "kinds": [[kind, len(list(group))] for kind, group in groupby(page.entry.kind for page in self.pages)],
            "emergency": numbered.get(EMERGENCY_PAGE, -1),
            "block": BLOCK if len(self.pages) > MANY_PAGES else 0,
            "titles": [page.title for page in self.pages],
            "urls": [page.entry.url[self.locale] for page in self.pages],
            "summaries": [in_short(page.summary) for page in self.pages],
            "terms": word_list(terms),
            "postings": _postings(own, place),
            "bodies": _places(bodies, place),
            "weak": numbers(_gaps(place[term] for term in terms if term not in strong)),
            "names": "".join(_packed_names(page, found) for page, found in zip(names, own, strict=True)),
            "foreign": word_list(foreign_terms),
            "foreignPostings": _places(others, foreign_place),
            "known": word_list(sorted(known - roots)),
            "ignored": word_list(sorted(self.analyser.ignored)),
            "chat": {spelled: " ".join(meant) for spelled, meant in self.analyser.chat.items()},
            "phrases": phrases,
            "stems": exceptions,
            "surfaces": _packed_words(self._shown(named), place),
            "translations": translations,
            "intents": [
                [numbered.get(kind, -1) if ":" in kind else kind, [" ".join(tokens(word)) for word in words]]
                for kind, words in self.words.intents.items()
            ],
            "flags": [
                {**flag, "pages": [numbered[page] for page in flag["pages"] if page in numbered]}
                for flag in flags
                if flag["pages"][0] in numbered
            ],
        }

    def _fields(self, page: SearchPage) -> dict[str, list[str]]:
        return {
            "title": self._terms([page.title]),
            "names": [] if self.without == "lay names" else self._terms(page.names, chat=True),
            "signs": [] if self.without == "signs" else self._terms(page.signs),
            "summary": self._terms([page.summary]),
            "body": [] if self.without == "body" else self._terms(page.body),
        }

    def _terms(self, texts: Iterable[str], *, chat: bool = False) -> list[str]:
        found: list[str] = []
        for text in texts:
            items = self.analyser.items(text, chat=chat)
            empty = all(item.ignored for item in items)
            for item in items:
                self.site_words.update(item.words)
                if empty or not item.ignored:
                    found.append(item.term)
                    if len(item.words) == 1:
                        self.surfaces.setdefault(item.term, Counter())[item.words[0]] += 1
        return found

    def _name_terms(self) -> list[list[list[str]]]:
        """For each page its title and names as terms; names of the same terms count once.

        Where a name is left with the same terms as another page's only because it lost words that say nothing
        ("sering kedutan"), it stays with the other page.
        """
        found: list[dict[tuple[str, ...], int]] = []
        fewest: dict[tuple[str, ...], int] = {}
        for page in self.pages:
            names: dict[tuple[str, ...], int] = {}
            for name in (page.title, *(() if self.without == "lay names" else page.names)):
                items = self.analyser.items(name)
                terms = tuple(sorted({item.term for item in items if not item.ignored} or {i.term for i in items}))
                lost = sum(item.ignored for item in items)
                names[terms] = min(lost, names.get(terms, lost))
            for terms, lost in names.items():
                fewest[terms] = min(lost, fewest.get(terms, lost))
            found.append(names)
        return [[list(terms) for terms, lost in names.items() if terms and lost == fewest[terms]] for names in found]

    def _foreign_terms(self, page: SearchPage) -> list[str]:
        if self.without == "other language":
            return []
        found = [term for text in page.other.get(self.other, ()) for term in self._foreign_roots(text)]
        return [term for term in found if not term.isdigit()]

    def _foreign_roots(self, text: str) -> list[str]:
        """By the rules alone: the browser does not know the other language's exceptions."""
        return [self.foreign.rule_stem(word) for word in tokens(text) if word not in self.foreign.ignored]

    def _translations(self) -> dict[str, str]:
        """Roots of words of the other language, with the terms that stand for them here."""
        found: dict[str, str] = {}
        for pair in self.library.search.translations if self.without != "other language" else ():
            if self.other not in pair or self.locale not in pair:
                continue
            words = tokens(pair[self.other])
            here = " ".join(self.analyser.terms(pair[self.locale]))
            there = " ".join(map(self.foreign.stem, words))
            found.setdefault(" ".join(map(self.foreign.rule_stem, words)), here)
            found.setdefault(there, here)
            for variant, term in self.foreign.phrases.items():
                if term == there:
                    found.setdefault(variant, here)
            for word, root in self.foreign.words.stems.items():
                if root == there:
                    found.setdefault(self.foreign.rule_stem(word), here)
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

    def _shown(self, named: set[str]) -> list[tuple[str, str]]:
        """How roots are written, the usual word first; typing mistakes are compared with these words too."""
        shown: list[tuple[str, str]] = []
        for term, words in sorted(self.surfaces.items()):
            if term in named:
                usual = sorted(words, key=lambda word: (-words[word], word))[:SPELLINGS]
                shown += [
                    (term, word) for place, word in enumerate(usual) if word != term and (place == 0 or len(word) > 5)
                ]
        return shown


def search_index(library: Library, site_map: SiteMap, locale: str, without: str = "") -> dict[str, Any]:
    """The index of one language; `without` leaves out one of `LEFT_OUT`, to see what it adds."""
    return Builder(library, site_map, locale, without).build()


def in_blocks(index: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A large index without what is only shown, and that in blocks; a small one as it is."""
    size = index["block"]
    if not size:
        return index, []
    count = len(index["titles"])
    blocks = [{name: index[name][at : at + size] for name in DISPLAY} for at in range(0, count, size)]
    return {**index, **{name: [] for name in DISPLAY}}, blocks


def in_short(summary: str) -> str:
    """The beginning of a summary: its first sentence, or as many words as fit."""
    first = re.split(r"(?<=[.!?]) ", summary, maxsplit=1)[0]
    return textwrap.shorten(first, SHOWN, placeholder=" …")


def _rare(fields: Sequence[Mapping[str, Sequence[str]]], own: Sequence[Mapping[str, int]]) -> list[set[str]]:
    """For each page the terms that only its body has and few other pages: a body's other words tell pages apart badly."""
    bodies = [
        {term for term in page["body"] if not term.isdigit()} - set(found)
        for page, found in zip(fields, own, strict=True)
    ]
    count = Counter(term for body in bodies for term in body) + Counter(term for page in own for term in page)
    most = max(FEW_PAGES, round(FEW * len(fields)))
    return [{term for term in body if count[term] <= most} for body in bodies]


def _packed_names(names: Sequence[Sequence[str]], own: Mapping[str, int]) -> str:
    """A page's names; their terms by rank among the page's own, strongest first, so that most numbers are small."""
    rank = {term: place for place, term in enumerate(sorted(own, key=lambda term: (-own[term], term)))}
    kept = [[rank[term] for term in name if term in rank] for name in names]
    return number(len(kept)) + "".join(number(len(name)) + numbers(name) for name in kept)


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


def _packed_words(shown: Iterable[tuple[str, str]], place: Mapping[str, int]) -> str:
    """Roots with words: distance to the last root, how many letters both share, the rest of the word."""
    parts: list[str] = []
    last = 0
    for root, word in shown:
        if root in place:
            parts.append(number(place[root] - last) + word_list([root, word]).split(" ")[1])
            last = place[root]
    return " ".join(parts)


def _places(pages: Sequence[Iterable[str]], place: Mapping[str, int]) -> str:
    """For each term the number of its pages, then for each page the distance from the last one."""
    lists: list[list[int]] = [[] for _ in place]
    for page_number, page in enumerate(pages):
        for term in page:
            lists[place[term]].append(page_number)
    return "".join(number(len(entries)) + numbers(_gaps(entries)) for entries in lists)


def _gaps(places: Iterable[int]) -> list[int]:
    found: list[int] = []
    last = -1
    for place in sorted(places):
        found.append(place - last - 1)
        last = place
    return found
