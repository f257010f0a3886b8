"""Words are brought to their roots as people write them, in Python and in the browser's engine alike."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sehat.addresses import SiteMap
from sehat.model.library import Library
from sehat.reading.library import read_library
from sehat.search import indonesian
from sehat.search.analysis import Analyser, stemmer
from sehat.search.fields import search_pages
from sehat.search.index import search_index
from sehat.search.running import Engine
from sehat.search.tokens import tokens
from tests.projects import ROOT


@pytest.fixture(scope="module")
def library() -> Library:
    found = read_library(ROOT).library
    assert found
    return found


@pytest.fixture(scope="module")
def engines(library: Library) -> dict[str, Engine]:
    return {code: Engine(search_index(library, SiteMap(library), code)) for code in library.languages.published}


def texts(library: Library, locale: str) -> Iterator[str]:
    """Everything of the site that is searched."""
    for page in search_pages(library, SiteMap(library), locale):
        yield from (page.title, page.summary, *page.names, *page.signs)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_both_engines_split_texts_alike(library: Library, engines: dict[str, Engine], locale: str) -> None:
    """A word that one of them splits elsewhere would never be found."""
    different = [text for text in texts(library, locale) if tokens(text) != engines[locale].tokens(text)]

    assert [] == different


@given(st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_both_engines_split_anything_alike(engines: dict[str, Engine], text: str) -> None:
    """Readers type what they like; letters newer than an engine are all that may differ."""
    if all(ord(each) < 0x2000 for each in text):
        assert tokens(text) == engines["id"].tokens(text)


def test_every_indonesian_word_of_the_site_has_one_root(library: Library, engines: dict[str, Engine]) -> None:
    """The browser strips affixes; where that would go wrong it has the word as an exception."""
    analyser = Analyser("id", library.search.words["id"])
    words = sorted({word for text in texts(library, "id") for word in tokens(text) if word not in analyser.ignored})
    expected = [analyser.stem(word) for word in words]
    found = engines["id"].roots("id", words)
    differing = [
        (word, python, browser)
        for word, python, browser in zip(words, expected, found, strict=True)
        if python != browser
    ]

    assert len(words) > 1500
    assert [] == [each for each in differing if each[1] in _terms_of(engines["id"], each[0])]
    assert len(differing) < len(words) / 20, differing[:20]


def _terms_of(engine: Engine, word: str) -> set[str]:
    return {item["term"] for item in engine.terms(word)} if len(word) < 3 else set()


def test_english_words_have_the_roots_of_snowball(library: Library, engines: dict[str, Engine]) -> None:
    """The small stemmer of the browser equals the one that made the index."""
    words = sorted({word for text in texts(library, "en") for word in tokens(text)})
    stem = stemmer("en")

    assert len(words) > 1500
    assert [stem(word) for word in words] == engines["en"].english(words)


@given(
    st.from_regex(
        r"[a-z]{1,9}(?:ing|ed|edly|ies|ied|s|ational|fulness|ousli|ement|ll|e|y|ogist|eed|ization)?", fullmatch=True
    )
)
@settings(max_examples=500, deadline=None)
def test_made_up_english_words_have_the_roots_of_snowball(engines: dict[str, Engine], word: str) -> None:
    """Words that the site does not have are typed too."""
    assert [stemmer("en")(word)] == engines["en"].english([word])


@pytest.mark.parametrize(
    "family",
    [
        "kedutan berkedut mengedut kedut2 kedut-kedut",
        "meregangkan peregangan regangin regangkan",
        "kompres mengompres ngompres dikompres",
        "tarik narik ketarik tertarik menarik",
        "pijat memijat dipijat pemijatan pijatan",
        "bengkak membengkak pembengkakan bengkaknya",
        "jepit kejepit terjepit",
        "hamil kehamilan kehamilannya",
    ],
)
def test_forms_of_an_indonesian_word_meet(library: Library, engines: dict[str, Engine], family: str) -> None:
    """Written, spoken and doubled forms find the same pages."""
    analyser = Analyser("id", library.search.words["id"])
    terms = {term for word in family.split() for term in analyser.terms(word)}
    found = {item["term"] for word in family.split() for item in engines["id"].terms(word)}

    assert 1 == len(terms)
    assert terms == found


def test_stripping_only_ends_at_known_roots() -> None:
    """A word that only looks affixed stays whole."""
    assert "kedut" == indonesian.strip("berkedut", {"kedut"})
    assert "kepala" == indonesian.strip("kepala", {"kedut"})
    assert "kompres" == indonesian.strip("ngompres", {"kompres"})


def test_chat_spellings_and_synonyms_become_one(library: Library) -> None:
    """`dgn`, `mati rasa` and `pipis` mean what their plain words mean."""
    analyser = Analyser("id", library.search.words["id"])

    assert analyser.terms("kaki mati rasa") == analyser.terms("kaki kebas")
    assert analyser.terms("pipis") == analyser.terms("kencing")
    assert analyser.terms("bngkak sblh", chat=True) == analyser.terms("bengkak sebelah")
    assert "magnesium" in analyser.terms("kurang mg", chat=True)
    assert "magnesium" not in analyser.terms("20 mg", chat=True)
