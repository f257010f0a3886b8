"""A language in the making is built like the others, and found only by those who know its address."""

import re

import pytest

from tests.build.project import run_build, whole_project
from tests.reading.test_drafts import PSEUDO, RIGHT_TO_LEFT, arabic, begin, pseudo


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The small sample with two drafts, built by content files alone."""
    project = whole_project(tmp_path_factory.mktemp("drafts"))
    begin(project, PSEUDO, pseudo)
    begin(project, RIGHT_TO_LEFT, arabic)
    result = run_build(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_every_page_of_a_draft_is_there(site):
    """As many pages as in English, from right to left where the language is written so."""
    pages = {code: list((site / code).rglob("index.html")) for code in ("en", PSEUDO, RIGHT_TO_LEFT)}

    assert len(pages["en"]) == len(pages[PSEUDO]) == len(pages[RIGHT_TO_LEFT]) > 20
    for path in pages[RIGHT_TO_LEFT]:
        assert '<html lang="ar" dir="rtl">' in path.read_text("utf-8")


def test_search_engines_are_told_of_published_pages_only(site):
    """A draft asks not to be listed, and no list names it."""
    for code, hidden in (("en", False), (PSEUDO, True), (RIGHT_TO_LEFT, True)):
        for path in (site / code).rglob("index.html"):
            assert ('<meta name="robots" content="noindex">' in path.read_text("utf-8")) == hidden, path
    for name in ("sitemap.xml", "llms.txt"):
        listed = (site / name).read_text("utf-8")
        assert "/en/" in listed
        assert not re.search(rf"/(?:{PSEUDO}|{RIGHT_TO_LEFT})/", listed)
