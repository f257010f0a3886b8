"""The whole of content is read in one run, with every problem at its line."""

import tracemalloc

import pytest

from sehat.reading.library import read_library
from tests.projects import GOOD, edit, sample


@pytest.fixture
def project(tmp_path):
    return sample(tmp_path)


def problems(project):
    return [
        (each.file.removeprefix("content/"), each.line, each.rule, each.message)
        for each in read_library(project).problems
    ]


def test_good_content_has_no_problems():
    """The example that documentation points to must pass."""
    reading = read_library(GOOD)

    assert reading.problems == ()
    assert list(reading.library.causes) == ["blood-clot", "tired-muscle"]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "rule", "words"),
    [
        ("causes/tired-muscle.yaml", "  en: Tired muscle\n", "", 3, "missing-language", 'no text in "en"'),
        ("causes/tired-muscle.yaml", "  en: Tired muscle\n", "  en:\n", 3, "missing-language", "empty"),
        ("causes/tired-muscle.yaml", "frequency: common", "frequency: comon", 17, "allowed-values", '"common"'),
        ("causes/tired-muscle.yaml", "group: everyday\n", "", 16, "missing-field", '"group" is missing'),
        ("causes/tired-muscle.yaml", "    weight: 2", "    weight: two", 71, "wrong-type", "whole number"),
        ("causes/tired-muscle.yaml", "    weight: 2", "    weight: 9", 71, "wrong-type", "above 4"),
        ("causes/tired-muscle.yaml", "group: everyday", "group: [everyday]", 16, "wrong-type", "one word"),
        ("causes/tired-muscle.yaml", "explains:\n  - calf-cramp", "explains: calf-cramp", 14, "wrong-type", "list"),
        ("sources/health-office.yaml", "linkable: true", "linkable: yes", 4, "wrong-type", "true"),
        ("sources/health-office.yaml", "https://", "hps://", 3, "wrong-type", "form"),
        (
            "site.yaml",
            "checked: 2026-11-20\n  - number: '112'",
            "checked: 2026-02-30\n  - number: '112'",
            0,
            "wrong-type",
            "calendar",
        ),
        (
            "causes/tired-muscle.yaml",
            "    note:\n      id: Baru",
            "    notes:\n      id: Baru",
            36,
            "unknown-field",
            '"note"',
        ),
    ],
)
def test_a_mistake_is_reported_at_its_line_in_words(project, file, old, new, line, rule, words):
    """An editor learns what is wrong, where, and what to write instead."""
    edit(project, file, old, new)

    found = problems(project)

    assert [(name, each) for name, _, each, _ in found] == [(file, rule)]
    assert line in (0, found[0][1])
    assert words in found[0][3]["en"]
    assert found[0][3]["id"] != found[0][3]["en"]


def test_all_problems_come_in_one_run(project):
    """Nobody has to send a pull request per mistake."""
    edit(project, "causes/tired-muscle.yaml", "frequency: common", "frequency: often")
    edit(project, "causes/tired-muscle.yaml", "  en: Tired muscle\n", "")
    edit(project, "findings/weakness.yaml", "type: one-of", "type: many")
    (project / "content/remedies/stretch-calf.yaml").write_bytes(b"title:\n  id: kram \xff\n")
    (project / "content/sources/Bad Name.yaml").write_text("x: y\n")
    (project / "content/conditions/calf-cramp.yaml").write_text("")

    found = {(file, line, rule) for file, line, rule, _ in problems(project)}

    assert found == {
        ("causes/tired-muscle.yaml", 3, "missing-language"),
        ("causes/tired-muscle.yaml", 16, "allowed-values"),
        ("findings/weakness.yaml", 16, "allowed-values"),
        ("remedies/stretch-calf.yaml", 2, "encoding"),
        ("sources/Bad Name.yaml", 1, "file-names"),
        ("conditions/calf-cramp.yaml", 1, "empty-file"),
    }


def test_a_page_without_its_twin_is_a_problem(project):
    """Whatever stands in one language stands in the other."""
    (project / "content/pages/about.en.md").unlink()

    assert [(file, rule) for file, _, rule, _ in problems(project)] == [("pages/about.id.md", "missing-language")]


def test_a_missing_site_file_is_a_problem_and_no_library(project):
    """Nothing is rendered from half of the content."""
    (project / "content/site.yaml").unlink()

    reading = read_library(project)

    assert reading.library is None
    assert [problem.rule for problem in reading.problems] == ["unreadable-file"]


def test_a_misspelt_name_is_reported_where_it_stands_with_what_is_missing(project):
    """The nearest name is offered, and the missing one is named too."""
    edit(project, "causes/tired-muscle.yaml", "  en: Tired muscle\n", "  eng: Tired muscle\n")
    edit(project, "causes/tired-muscle.yaml", "group: everyday\n", "groop: everyday\n")

    found = {(line, rule) for _, line, rule, _ in problems(project)}

    assert found == {(3, "missing-language"), (3, "unknown-field"), (16, "missing-field"), (16, "unknown-field")}


def test_memory_stays_small_however_many_files_there_are(project):
    """Places are read again when a problem needs them, so a file costs little memory."""
    source = (project / "content/causes/tired-muscle.yaml").read_text()
    for number in range(300):
        (project / f"content/causes/copy-{number}.yaml").write_text(source)

    tracemalloc.start()
    reading = read_library(project)
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert len(reading.library.causes) == 302
    assert kept / 302 < 40_000
