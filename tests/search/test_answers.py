"""The engine's answers over the real content: every page is found by its names, and the labelled queries score."""

from typing import Any

import pytest

from sehat.addresses import SiteMap
from sehat.bench.searching import judged
from sehat.model.library import Library
from sehat.publish.lean import lean, lean_files
from sehat.reading.library import read_library
from sehat.reading.search import read_queries
from sehat.search.fields import search_pages
from sehat.search.index import search_index
from sehat.search.judging import MEASURES, false_notices, held_out, missed_notices
from sehat.search.running import Engine
from sehat.search.showing import in_blocks
from tests.projects import ROOT

LOCALES = ("id", "en")

FLOORS = {
    "id": {"success@1": 0.9, "success@3": 0.95, "nDCG@10": 0.9},
    "en": {"success@1": 0.84, "success@3": 0.94, "nDCG@10": 0.88},
}
"""A little under what the unseen half of the labelled queries reaches."""


@pytest.fixture(scope="module")
def library() -> Library:
    found = read_library(ROOT).library
    assert found
    return found


@pytest.fixture(scope="module")
def indexes(library: Library) -> dict[str, dict[str, Any]]:
    return {code: search_index(library, SiteMap(library), code) for code in LOCALES}


@pytest.mark.parametrize("locale", LOCALES)
def test_labelled_queries_that_nothing_was_tuned_on_score(
    library: Library, indexes: dict[str, dict[str, Any]], locale: str
) -> None:
    """The half of the labelled queries that no weight and no word was chosen by."""
    queries = [query for query in read_queries(ROOT, library.languages)[0][locale] if held_out(query)]
    found = judged(library, locale, indexes[locale], queries)
    scores = {name: measure(found) for name, measure in MEASURES.items()}
    emergencies = [each for each in found if each.query.kind == "emergency"]

    assert {} == {name: scores[name] for name, floor in FLOORS[locale].items() if scores[name] < floor}
    assert scores["empty"] <= 0.005
    assert 1.0 == MEASURES["success@3"](emergencies)
    assert missed_notices(found) <= 0.05
    assert false_notices(found) <= 0.02


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_labelled_queries_of_every_kind(library: Library, locale: str) -> None:
    """A score says something only over many queries."""
    queries = read_queries(ROOT, library.languages)[0][locale]

    assert len(queries) >= 250
    assert 13 == len({query.kind for query in queries})
    assert len([query for query in queries if query.red_flag]) >= 40


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_found_by_its_title_and_names(
    library: Library, indexes: dict[str, dict[str, Any]], locale: str
) -> None:
    """Whoever knows a name of the page finds it among the first three."""
    engine = Engine(indexes[locale])
    pages = list(search_pages(library, SiteMap(library), locale))
    missed = []
    names = 0
    for number, page in enumerate(pages):
        for name in (page.title, *page.names):
            names += 1
            answer = engine.search(name)
            if number not in [result["page"] for result in answer["results"][:3]]:
                missed.append(
                    (page.reference, name, [pages[result["page"]].reference for result in answer["results"][:3]])
                )

    titles = [page.title for page in pages]
    assert [] == [each for each in missed if each[1] in titles]
    assert len(missed) <= names * 0.02, missed


@pytest.mark.parametrize("locale", LOCALES)
def test_names_with_a_red_flag_are_few(library: Library, indexes: dict[str, dict[str, Any]], locale: str) -> None:
    """Names of harmless pages raise no notice."""
    engine = Engine(indexes[locale])
    everyday = ("condition:", "remedy:regular", "remedy:warm", "cause:excess-caffeine", "cause:lack-of-sleep")
    alarming = [
        name
        for page in search_pages(library, SiteMap(library), locale)
        if page.reference.startswith(everyday)
        for name in (page.title, *page.names)
        if engine.search(name)["flags"]
    ]

    assert [] == alarming


def test_index_and_code_are_small(indexes: dict[str, dict[str, Any]]) -> None:
    """At most 60 kB for a first search."""
    import gzip
    import json

    files = (path for path in lean_files(ROOT / "docs/assets") if path.parent.name == "search")
    code = sum(len(gzip.compress(lean(path.read_text("utf-8"), path.suffix).encode(), 9)) for path in files)
    for index in indexes.values():
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))

        assert len(gzip.compress(text.encode(), 9)) + code < 60_000


@pytest.mark.parametrize(
    "query", ["", " ", "?!", "😀", "a" * 100_000, "kram " * 10_000, "__proto__", "(.*)+$", "\u202e\u200f"]
)
def test_any_query_is_answered(indexes: dict[str, dict[str, Any]], query: str) -> None:
    """Nothing that can be typed stops the engine: it answers, and then it answers the next."""
    engine = Engine(indexes["id"])
    answer = engine.search(query)

    assert isinstance(answer["results"], list)
    assert engine.search("kram betis")["results"]


@pytest.mark.parametrize(
    ("locale", "denied", "said"),
    [
        ("en", "calf cramp, no swelling on one side", "calf cramp, swelling on one side"),
        ("id", "kram betis kiri tidak bengkak", "kram betis kiri bengkak"),
        ("id", "kram kaki tanpa sesak", "kram kaki dan sesak"),
    ],
)
def test_a_denied_sign_raises_no_notice(
    indexes: dict[str, dict[str, Any]], locale: str, denied: str, said: str
) -> None:
    """Whoever says that a sign is not there is not alarmed by it."""
    engine = Engine(indexes[locale])

    assert [] == engine.search(denied)["flags"]
    assert engine.search(said)["flags"]


@pytest.mark.parametrize(
    ("locale", "typed", "page"),
    [
        ("en", "overexercised", "cause:muscle-fatigue"),
        ("en", "weakened leg", "finding:weakness"),
        ("id", "olarit", "remedy:oral-rehydration"),
        ("en", "Flexeril", "remedy:muscle-relaxant"),
        ("id", "foam roller", "remedy:gentle-massage"),
        ("en", "restlesslegs", "cause:restless-legs-syndrome"),
        ("id", "kramkaki", "condition:calf-cramp"),
    ],
)
def test_forms_brands_and_swapped_letters_are_understood(
    library: Library, indexes: dict[str, dict[str, Any]], locale: str, typed: str, page: str
) -> None:
    """Forms that the stemmer keeps apart, names for search only, letters in the wrong order, words in one."""
    first = Engine(indexes[locale]).search(typed)["results"][0]["page"]
    pages = list(search_pages(library, SiteMap(library), locale))

    assert page == pages[first].reference


def test_a_word_of_a_red_flag_stays_whole(indexes: dict[str, dict[str, Any]]) -> None:
    """What looks like a form of another word (`non-sense`) still starts its pattern."""
    assert Engine(indexes["en"]).search("he is talking nonsense")["flags"]


def test_markup_is_no_word(indexes: dict[str, dict[str, Any]]) -> None:
    """What stands in a tag is not searched."""
    assert [] == Engine(indexes["en"]).search("<img src=x onerror=alert(1)>")["results"]


def test_an_undone_correction_stays_undone(indexes: dict[str, dict[str, Any]]) -> None:
    """`exact` searches for what was typed."""
    engine = Engine(indexes["id"])

    assert [["dehidarsi", "dehidrasi"]] == engine.search("dehidarsi")["corrections"]
    assert [] == engine.search("dehidarsi", exact=True)["corrections"]


def test_answers_are_marked_and_complete(indexes: dict[str, dict[str, Any]]) -> None:
    """Parts of a title make up the title; those asked for are marked, inflected or not."""
    answer = Engine({**indexes["en"], "page": {"levels": {}}}).shown("calves twitched")
    first = answer["results"][0]

    assert "Calf twitching" == "".join(text for text, _ in first["title"])
    assert ["Calf", "twitching"] == [text for text, matched in first["title"] if matched]


def test_a_large_index_leaves_what_is_shown_to_blocks(indexes: dict[str, dict[str, Any]]) -> None:
    """The first search over many pages loads what ranks them, and only the titles that it shows."""
    whole = {**indexes["id"], "block": 64}
    small, blocks = in_blocks(whole)

    assert [] == small["titles"]
    assert whole["titles"] == [title for block in blocks for title in block["titles"]]
    assert (indexes["id"], []) == in_blocks(indexes["id"])
