"""One changed word makes one statement stale, and nothing else does."""

import pytest

import translate
from sehat.editing.canonical import canonical
from sehat.model.entities import Cause
from sehat.reading.yaml_text import read_yaml
from sehat.render import load
from tests.projects import ROOT, edit, sample

FILE = "causes/tired-muscle.yaml"


@pytest.fixture
def project(tmp_path):
    return sample(tmp_path)


def stale(project):
    return [(each.file.removeprefix("content/"), each.line) for each in load(project).problems if each.rule == "stale"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  en: A tired muscle may cramp.", "  en: A tired muscle can cramp.", 11),
        ("  id: Otot yang lelah bisa kram.", "  id: Otot yang lelah sering kram.", 10),
        ("      id: Baru diduga.", "      id: Masih diduga.", 37),
        ("  id: Otot lelah", "  id: Otot letih", 2),
    ],
)
def test_one_changed_word_makes_exactly_that_statement_stale(project, old, new, line):
    """The warning stands at the line that changed and names the language that did not."""
    edit(project, FILE, old, new)

    assert stale(project) == [(FILE, line)]


def test_changing_the_other_language_too_makes_it_fresh(project):
    """Whoever changes both has looked at both."""
    edit(project, FILE, "en: A tired muscle may cramp.", "en: A tired muscle can cramp.")
    edit(project, FILE, "id: Otot yang lelah bisa kram.", "id: Otot yang lelah sering kram.")

    assert stale(project) == []


def test_accepting_makes_it_fresh(project, capsys):
    """A spelling mistake in one language needs no change of the other."""
    edit(project, FILE, "en: A tired muscle may cramp.", "en: A tired muscle can cramp.")

    assert translate.main(["--accept"], project) == 0
    assert capsys.readouterr().out == "content/translations.lock\n"
    assert stale(project) == []
    assert translate.main(["--accept"], project) == 0
    assert capsys.readouterr().out == ""


def test_moving_and_reformatting_makes_nothing_stale(project):
    """Renamed files, another order of statements, other quotation marks and line ends say the same as before."""
    old = project / "content/causes/tired-muscle.yaml"
    text = old.read_text()
    data, _, _ = read_yaml(text, "x")
    upside_down = data | {"what_it_is": data["what_it_is"][::-1], "speaks_for": data["speaks_for"][::-1]}
    old.unlink()
    new = project / "content/causes/overused-muscle.yaml"
    new.write_bytes(
        canonical(upside_down, Cause, ("id", "en"))
        .replace("Otot lelah", '"Otot lelah"', 1)
        .replace("\n", "\r\n")
        .encode()
    )

    assert stale(project) == []


def test_it_works_without_git(project):
    """The lock file alone says what was compared."""
    assert not (project / ".git").exists()
    edit(project, FILE, "en: Rest the leg.", "en: Rest your leg.")

    assert len(stale(project)) == 1
    (project / "content/translations.lock").unlink()
    assert stale(project) == []


def test_a_paragraph_of_a_page_can_be_stale(project):
    """Pages of prose are compared paragraph by paragraph."""
    edit(project, "pages/about.en.md", "We write **data**.", "We write **words**.")

    assert stale(project) == [("pages/about.id.md", 9)]


def test_a_broken_line_of_the_lock_is_a_problem(project):
    """A merge conflict in the lock must not hide what is stale."""
    path = project / "content/translations.lock"
    path.write_text(path.read_text() + "<<<<<<< HEAD\n")

    assert [each.level for each in load(project).problems if each.rule == "stale"] == ["error"]


def test_the_real_lock_is_not_behind_by_much():
    """Texts that were never compared could be changed on one side unseen."""
    from sehat.editing.wordings import wordings
    from sehat.reading.library import read_library
    from sehat.reading.lock import read_lock

    library = read_library(ROOT).library
    pairs, problems = read_lock(ROOT)
    known = {each for pair in pairs for each in pair}
    found = list(wordings(library))

    assert problems == ()
    assert sum(not known.intersection(each.hashes) for each in found) < 0.1 * len(found)
