"""What a change means for readers, told as Markdown; the whole text is compared, because people act on it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import diff as verb
from sehat.diffing.report import differences, markdown
from sehat.reading.library import read_library
from tests.projects import ROOT, edit, sample

GOLDEN = ROOT / "tests" / "examples" / "diffs"


@pytest.fixture
def both(tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    return sample(before), sample(after)


def told(before, after):
    libraries = [read_library(project).library for project in (before, after)]
    return markdown(differences(*libraries, with_search=False))


def words(project):
    edit(project, "causes/tired-muscle.yaml", "id: Istirahatkan kaki.", "id: Istirahatkan kaki sebentar.")
    edit(project, "causes/tired-muscle.yaml", "en: Rest the leg.", "en: Rest the leg for a while.")
    edit(project, "remedies/stretch-calf.yaml", "  - id: Tarik jari kaki.\n    en: Pull the toes.\n", "")
    edit(project, "pages/about.en.md", "We write **data**.", "We write **data** and <words>.")


def one_language(project):
    edit(project, "conditions/calf-cramp.yaml", "en: The pain is strong.", "en: The pain is very strong.")


def advice(project):
    edit(project, "findings/one-calf-swollen.yaml", "  level: same-day", "  level: emergency-now")
    edit(project, "self-check/rules.yaml", "R-CHEST:\n  level: emergency-now", "R-CHEST:\n  level: same-day")
    edit(project, "findings/chest-pain.yaml", "  level: emergency-now", "  level: same-day")


def new_and_gone(project):
    (project / "content/causes/blood-clot.yaml").unlink()
    text = (project / "content/causes/tired-muscle.yaml").read_text()
    text = text.replace("id: Otot lelah\n  en: Tired muscle", "id: Otot tua\n  en: Old muscle")
    (project / "content/causes/old-muscle.yaml").write_text(text)


def sources(project):
    edit(
        project,
        "conditions/calf-cramp.yaml",
        "    en: The pain is strong.\n    sources:\n      - health-office\n",
        "    en: The pain is strong.\n",
    )
    edit(project, "causes/tired-muscle.yaml", "      - unlinked-study\n", "")


def order(project):
    text = "  - id: Luruskan lutut.\n    en: Straighten the knee.\n"
    other = "  - id: Tarik jari kaki.\n    en: Pull the toes.\n"
    edit(project, "remedies/stretch-calf.yaml", text + other, other + text)


CASES = [words, one_language, advice, new_and_gone, sources, order]


@pytest.mark.parametrize("change", CASES, ids=lambda change: change.__name__)
def test_a_change_is_told_in_these_words(both, change):
    """Golden texts: `SEHAT_UPDATE=1` writes them anew, then the difference is read."""
    before, after = both
    change(after)

    said = told(before, after)
    expected = GOLDEN / f"{change.__name__}.md"
    if os.environ.get("SEHAT_UPDATE"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == said


def test_no_change_is_said_in_one_line(both):
    """Most pull requests about code change nothing for readers."""
    assert told(*both) == "Pembaca tidak akan melihat perubahan apa pun. Nothing changes for readers.\n"


def test_reformatting_changes_nothing_for_readers(both):
    """Only words count."""
    path = both[1] / "content/causes/tired-muscle.yaml"
    path.write_text(path.read_text().replace("id: Otot lelah", 'id: "Otot lelah"'))

    assert told(*both).startswith("Pembaca tidak akan")


def test_search_examples_that_move_are_told(both):
    """A name that is taken away may hide a page from the people who use it."""
    pytest.importorskip("quickjs")
    _, after = both
    for project in both:
        (project / "content/search").mkdir()
        (project / "content/search/queries.id.yaml").write_text(
            "- text: capek\n  kind: synonym\n  best:\n    - cause:tired-muscle\n"
        )
    edit(after, "causes/tired-muscle.yaml", "    - otot capek\n", "    - pegal linu\n")

    found = differences(*(read_library(project).library for project in both)).search

    assert [(each.query, each.before) for each in found] == [("capek", 1)]
    assert found[0].after != 1


def test_the_base_may_be_a_git_reference(both, capsys, tmp_path):
    """On a pull request it is the branch that will be changed."""
    before, _ = both
    repository = tmp_path / "repository"
    shutil.copytree(before / "content", repository / "content")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", str(repository)]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Before"]):
        subprocess.run([*git, *arguments], check=True)
    edit(repository, "conditions/calf-cramp.yaml", "en: The pain is strong.", "en: The pain is very strong.")

    assert verb.main(["HEAD", "--no-search"], repository) == 0
    by_reference = capsys.readouterr().out
    assert verb.main([str(before), "--no-search"], repository) == 0

    assert by_reference == capsys.readouterr().out
    assert "The pain is very strong." in by_reference


def test_an_unknown_base_is_wrong_use(both, capsys):
    """Exit code 2, and the name that was not found."""
    with pytest.raises(SystemExit) as ended:
        verb.main(["no-such-branch"], both[1])

    assert ended.value.code == 2
    assert "no-such-branch" in capsys.readouterr().err


def test_words_cannot_become_markup(both):
    """The report is read on a host that renders Markdown; content must not forge a link or a mention in it."""
    edit(
        both[1],
        "conditions/calf-cramp.yaml",
        "en: The pain is strong.",
        "en: The [pain](https://x.example) is <b>strong</b>.",
    )

    said = told(*both)

    assert "\\[pain\\]\\(https" in said
    assert "<b>" not in said


def test_examples_are_not_left_over():
    """A golden text without its case would rot."""
    assert {path.stem for path in Path(GOLDEN).glob("*.md")} == {case.__name__ for case in CASES}
