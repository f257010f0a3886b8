"""A language in the making needs content files and nothing else: no line of code names it."""

import re
import unicodedata

import pytest

from sehat.addresses import say_mapping
from sehat.editing.po_export import export
from sehat.language.upkeep import upkeep
from sehat.outputs.pages import pages
from sehat.outputs.theme import theme
from sehat.reading.library import read_library
from sehat.reading.po import Entry, PoFile, po_text, read_po
from sehat.render import load, render
from tests.projects import ROOT, sample

PSEUDO, RIGHT_TO_LEFT = "eo", "ar"
ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áćéíñóśúýÁĆÉÍÑÓŚÚÝ")


def pseudo(words):
    """Words with accents, 40 % longer: a label that does not fit, or a letter that breaks, is seen at once."""
    return f"{words.translate(ACCENTS)} {'~' * max(1, round(len(words) * 0.4))}"


def arabic(words):
    """Letters that run from right to left, as many as the words have."""
    return re.sub(r"[A-Za-z]", "ش", words)


def begin(project, locale, write):
    """The files of a draft, with every second text translated."""
    library = read_library(project).library
    made, _ = read_po(export(library, locale).content.decode(), locale, "")
    entries = {}
    for number, (key, entry) in enumerate(made.entries.items()):
        words = " | ".join(write(name) for name in entry.source.split(" | ")) if number % 2 == 0 else ""
        entries[key] = Entry(entry.context, entry.source, words, entry.about, entry.references)
    path = project / f"content/translations/{locale}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(po_text(PoFile(locale, (), entries)), "utf-8")


@pytest.fixture
def project(tmp_path):
    project = sample(tmp_path)
    begin(project, PSEUDO, pseudo)
    begin(project, RIGHT_TO_LEFT, arabic)
    return project


def test_drafts_are_found_by_their_files(project):
    """Published languages stay what they were."""
    languages = read_library(project).library.languages

    assert (languages.published, languages.drafts) == (("id", "en"), (RIGHT_TO_LEFT, PSEUDO))


def test_a_draft_shows_its_words_and_english_where_it_has_none(project):
    """An unfinished sentence is better read in English than not at all."""
    library = read_library(project).library
    texts = [entity.title for entity in library.findings.values()] + [each.title for each in library.levels.values()]

    assert {PSEUDO in text for text in texts} == {True, False}
    assert all(pseudo(text["en"]) == text[PSEUDO] for text in texts if PSEUDO in text)
    assert {say_mapping(text, PSEUDO) for text in texts if PSEUDO not in text} <= {text["en"] for text in texts}


def test_drafts_break_no_rule(project):
    """Warnings about sentences are for the languages that are published."""
    assert load(project).problems == ()


def test_every_page_of_a_draft_is_built_and_says_that_it_is_one(project):
    """The notice stands below the heading; published pages have none."""
    loaded = load(project)
    written = {
        code: {page.path: page.content.decode() for page in pages(edition)} for code, edition in loaded.editions.items()
    }
    prose = {
        code: {path: text for path, text in each.items() if text.startswith("---\n") and "\n# " in text}
        for code, each in written.items()
    }

    assert len(prose[PSEUDO]) == len(prose[RIGHT_TO_LEFT]) == len(prose["en"]) > 20
    for code, found in prose.items():
        for path, text in found.items():
            assert ('class="note draft-notice"' in text) == (code in (PSEUDO, RIGHT_TO_LEFT)), path
    assert all('\ndir: "rtl"\n' in text for text in prose[RIGHT_TO_LEFT].values())
    assert all('\ndir: "ltr"\n' in text for text in prose[PSEUDO].values())
    body = "".join(prose[PSEUDO].values())
    assert any(unicodedata.name(letter).endswith("ACUTE") for letter in body if ord(letter) > 127)


def test_published_pages_do_not_lead_to_drafts(project):
    """A draft is for those who know its address: no alternate of a published page names it."""
    loaded = load(project)

    for page in pages(loaded.editions["en"]):
        alternates = re.search(rb"\nalternates: (.*)\n", page.content)
        assert alternates is None or b'"locale": "eo"' not in alternates[1]


def test_the_theme_and_the_files_are_written_for_drafts_too(project):
    """Rendering needs nothing but the content files."""
    result = render(project)
    loaded = load(project)

    assert result.good
    assert (project / f"docs/{RIGHT_TO_LEFT}/index.md").exists()
    assert b'"dir": "rtl"' in theme(loaded.library, loaded.editions).content


def test_the_interface_of_a_draft_can_be_begun(project):
    """`./run interface --add` gives its file; half of it may stay empty."""
    for path, text in upkeep(ROOT, PSEUDO).texts.items():
        if path.stem == PSEUDO:
            (project / "content/interface" / path.name).write_text(text, "utf-8")

    assert [each for each in load(project).problems if each.level == "error"] == []
