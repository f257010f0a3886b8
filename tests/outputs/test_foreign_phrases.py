"""Phrases of another language among names say so: a screen reader changes its voice for them (WCAG 3.1.2)."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sehat.language.words import any_of
from sehat.outputs.pages import pages
from sehat.publish.template_markdown import html_of
from sehat.render import load
from tests.projects import ROOT, edit, sample

SAID_BY_BOTH = {"bpjs kesehatan", "cauda equina", "ct scan", "pocari sweat"}
"""Proper names, Latin, and what has become part of Indonesian."""


@pytest.fixture(scope="module")
def real():
    return load(ROOT).editions


def test_a_foreign_phrase_says_its_language_wherever_a_name_stands(tmp_path):
    """The line of other names, the index and the glossary; in its own language the phrase stays plain."""
    project = sample(tmp_path)
    edit(project, "causes/tired-muscle.yaml", "    - otot capek\n", "    - otot capek\n    - terapi Tired Muscle\n")
    edit(
        project,
        "glossary/gastrocnemius.yaml",
        "  id: Otot betis yang besar.",
        "  id: Otot besar, bukan tired muscle.",
    )
    phrases = "en:\n  phrases:\n    - tired muscle\n"
    (project / "content/foreign-phrases.yaml").write_text(phrases, "utf-8")
    loaded = load(project)
    written = {
        locale: {file.path: file.content.decode() for file in pages(edition)}
        for locale, edition in loaded.editions.items()
    }

    indonesian = written["id"]
    assert 'terapi <span lang="en">Tired Muscle</span>.' in indonesian["docs/id/penyebab/otot-lelah/index.md"]
    assert '">terapi <span lang="en">Tired Muscle</span></a>' in indonesian["docs/id/a-z/index.md"]
    assert 'bukan <span lang="en">tired muscle</span>' in indonesian["docs/id/glosarium/index.md"]
    assert not [path for path, text in written["en"].items() if '<span lang="en">Tired muscle' in text]


@pytest.mark.parametrize("locale", ["id", "en"])
def test_no_name_of_the_site_holds_a_foreign_phrase_without_its_language(real, locale):
    """Of every page: other names, entries of the index, words of the glossary."""
    edition = real[locale]
    pattern = any_of(
        phrase for code, each in edition.library.foreign.items() if code != locale for phrase in each.phrases
    )
    marked, silent = 0, []
    for file in pages(edition):
        body = file.content.decode().split("\n---\n", 1)[-1]
        if not file.path.endswith(".md") or not re.search(r'class="(?:az-list|glossary)"|: \.names', body):
            continue
        tree = HTMLParser(html_of(body))
        for node in tree.css(".names, .az-list li, .glossary dt, .glossary dd"):
            marked += len(node.css("span[lang]"))
            for phrase in node.css("span[lang]"):
                phrase.decompose()
            silent += [(file.path, found[0]) for found in pattern.finditer(node.text())]

    assert silent == []
    assert marked > 0


def test_a_phrase_among_the_names_of_both_languages_is_known_to_be_foreign(real):
    """Whoever adds such a name says whose it is, here when it needs no other voice."""
    library = real["id"].library
    listed = any_of(phrase for each in library.foreign.values() for phrase in each.phrases)
    unknown = set()
    for entry in real["id"].site_map.pages:
        entity = library.page_entity(entry.kind, entry.entity)
        if entity:
            indonesian, english = (
                {name.casefold() for name in (entity.title[code], *entity.also_called[code])} for code in ("id", "en")
            )
            unknown |= {name for name in indonesian & english if " " in name and not listed.search(name)}

    assert unknown - SAID_BY_BOTH == set()
