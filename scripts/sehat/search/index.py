"""The search index of one language: everything `engine.mjs` needs, as one JSON object."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.model.search import SearchWords
from sehat.search import indonesian, packing
from sehat.search.analysis import Analyser, analyser_of
from sehat.search.fields import SearchPage, search_pages
from sehat.search.flags import flag_patterns, roots_of
from sehat.search.scoring import impacts
from sehat.search.showing import block_size, in_short
from sehat.search.terms import Terms, foreign_terms, name_terms
from sehat.search.tokens import tokens
from sehat.search.translating import translations

EMERGENCY_PAGE = "emergency:emergency"
FOREIGN_PAGES = 8
"""A word of the other language that more pages have is left to the translations."""

LEFT_OUT = ("stemming", "lay names", "synonyms", "chat", "other language", "signs")
"""Parts of the index that can be left out to see what they add."""


def search_index(library: Library, site_map: SiteMap, locale: str, without: str = "") -> dict[str, Any]:
    """The index of one language; `without` leaves out one of `LEFT_OUT`."""
    other = next((code for code in library.languages.published if code != locale), "")
    words = library.search.words.get(locale, SearchWords())
    if without in SearchWords.model_fields:
        words = words.model_copy(update={without: {}})
    analyser = analyser_of(locale, words, stemming=without != "stemming")
    foreign = analyser_of(other, library.search.words.get(other, SearchWords()))
    pages = [_without(page, without) for page in search_pages(library, site_map, locale)]
    numbered = {page.reference: number for number, page in enumerate(pages)}

    reading = Terms(analyser)
    fields = [reading.fields(page) for page in pages]
    own = impacts(fields)
    translated = {} if without == "other language" else translations(library.search.translations, analyser, foreign)
    others = _uncommon(
        [foreign_terms(page, foreign) - {*translated} - {*found} for page, found in zip(pages, own, strict=True)]
    )
    flags = flag_patterns(library, analyser)

    terms = sorted({term for page in own for term in page})
    named = {term for page in fields for field in ("title", "names") for term in page[field]}
    roots = {*terms, *(root for phrase in analyser.phrases for root in phrase.split())}
    known = {*analyser.phrases.values(), *" ".join(translated.values()).split()}
    known |= {root for flag in flags for line in flag["all"] for root in roots_of(line)}
    place = {term: number for number, term in enumerate(terms)}
    abroad = {term: number for number, term in enumerate(sorted({term for page in others for term in page}))}
    names = name_terms(pages, analyser)
    return {
        "locale": locale if analyser.stemming else "",
        "other": other,
        "kinds": [[kind, len(list(group))] for kind, group in groupby(page.entry.kind for page in pages)],
        "emergency": numbered.get(EMERGENCY_PAGE, -1),
        "block": block_size(len(pages)),
        "titles": [page.title for page in pages],
        "urls": [page.entry.url[locale] for page in pages],
        "summaries": [in_short(page.summary) for page in pages],
        "terms": packing.word_list(terms),
        "postings": packing.places(own, place),
        "impacts": packing.impacts(own, place),
        "names": "".join(packing.names(page, found) for page, found in zip(names, own, strict=True)),
        "surfaces": packing.word_forms(reading.forms(named), place),
        "foreign": packing.word_list(list(abroad)),
        "foreignPostings": packing.places(others, abroad),
        "known": packing.word_list(sorted(known - roots)),
        "ignored": packing.word_list(sorted(analyser.ignored)),
        "chat": {spelled: " ".join(meant) for spelled, meant in analyser.chat.items()},
        "phrases": packing.by_meaning(analyser.phrases),
        "stems": dict(sorted(_exceptions(analyser, reading.words, roots | known))),
        "translations": packing.by_meaning(translated),
        "intents": [
            [numbered.get(kind, -1) if ":" in kind else kind, [" ".join(tokens(word)) for word in listed]]
            for kind, listed in words.intents.items()
        ],
        "flags": [
            {**flag, "pages": [numbered[page] for page in flag["pages"] if page in numbered]}
            for flag in flags
            if flag["pages"][0] in numbered
        ],
    }


def _without(page: SearchPage, part: str) -> SearchPage:
    """A page without one of its parts."""
    match part:
        case "lay names":
            return replace(page, names=())
        case "signs":
            return replace(page, signs=())
        case "other language":
            return replace(page, other={})
        case _:
            return page


def _uncommon(pages: Sequence[set[str]]) -> list[set[str]]:
    """Terms that few pages have in the other language."""
    count = Counter(term for page in pages for term in page)
    return [{term for term in page if count[term] <= FOREIGN_PAGES} for page in pages]


def _exceptions(analyser: Analyser, words: set[str], roots: set[str]) -> Iterator[tuple[str, str]]:
    """The editors' list, and words of this site whose root the browser would get wrong."""
    if analyser.locale == "id" and analyser.stemming:
        for word in words:
            root = analyser.stem(word)
            if root != indonesian.strip(word, roots):
                yield word, root
    yield from analyser.words.stems.items()
