"""The self-check never sounds like a diagnosis, and can be switched off."""

import re
from dataclasses import replace

import pytest

from sehat.checks.forbidden import PHRASES
from sehat.outputs.edition import Edition
from sehat.outputs.pages import views
from sehat.outputs.selfcheck_page import is_on, page_data, selfcheck_data
from sehat.outputs.selfcheck_words import SELFCHECK_WORDS
from sehat.outputs.writer import Writer
from sehat.render import load
from tests.projects import ROOT

DIAGNOSIS = {
    "id": r"\b(?:anda|kamu) (?:menderita|mengidap|terkena|punya penyakit)\b|\bdiagnosis anda\b|\d ?%|\bkemungkinan besar\b",
    "en": r"(?<!illness )(?<!if )\byou have\b|\byour diagnosis\b|\byou suffer\b|\d ?%|\bmost likely\b|\bprobability\b",
}


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    """The site in each language."""
    return load(ROOT).editions


@pytest.mark.parametrize("locale", ["id", "en"])
def test_no_word_of_the_result_diagnoses(locale, editions):
    """It names what answers may be connected with; only an examination can tell."""
    edition = editions[locale]
    patterns = [DIAGNOSIS[locale], *(getattr(phrase, locale) for phrase in PHRASES)]
    data = page_data(edition, Writer(edition, "x/y/"))
    said = [edition.word(words) for words in SELFCHECK_WORDS.values()]
    said += [rule[key] for rule in data["rules"].values() for key in "tw"]
    said += [*data["flags"].values(), *(level[key] for level in data["levels"].values() for key in "ta")]
    for words in said:
        for pattern in patterns:
            assert not re.search(pattern, words, re.IGNORECASE), words


@pytest.mark.parametrize("locale", ["id", "en"])
def test_switched_off_it_is_a_page_to_read(locale, editions):
    """A clinic that does not want the check gets the list of signs, with the same address."""
    edition = editions[locale]
    library = replace(edition.library, site=edition.library.site.model_copy(update={"self_check": "off"}))
    off = Edition(library, edition.site_map, edition.relations, edition.catalog, locale)
    page = next(view for view in views(off) if view.front["kind"] == "self-check")

    assert not is_on(library)
    assert list(selfcheck_data(library)) == []
    assert page.template == "self-check"
    assert "scripts" not in page.front


def test_every_word_of_the_script_travels_with_the_page():
    """No sentence is written in JavaScript, and no word travels for nothing."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/self-check").glob("*.mjs"))
    used = set(re.findall(r"\bwords\.([a-z_0-9]+)\b(?!\()", source))

    assert used == set(SELFCHECK_WORDS)
