"""Every rule has the smallest content that breaks it, and says what is wrong in both languages.

After changing a message: `SEHAT_UPDATE=1 ./run test tests/checks/test_rules.py`, then read the difference.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from sehat.checks.rules import rules
from sehat.problems import Problem
from sehat.render import load
from sehat.reports import text
from tests.projects import ROOT, sample

BAD = ROOT / "tests" / "examples" / "bad"
TODAY = date(2026, 11, 20)
EXAMPLES = sorted(path.name for path in BAD.iterdir())


def problems_of(project: Path) -> tuple[Problem, ...]:
    return load(project, today=TODAY).problems


def broken(rule: str, folder: Path) -> Path:
    """The good example with the files of a bad one over it."""
    project = sample(folder)
    shutil.copytree(BAD / rule / "content", project / "content", dirs_exist_ok=True)
    return project


def test_the_good_example_has_no_problem(tmp_path):
    """It is what people copy, so it breaks no rule, not even one that only warns."""
    assert problems_of(sample(tmp_path)) == ()


def test_every_rule_has_an_example():
    """A rule that nobody can see failing may not work at all."""
    assert set(EXAMPLES) == set(rules())


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_smallest_bad_example_breaks_one_rule_with_these_words(rule, tmp_path):
    """The words are what an editor reads; they are as much a part of the project as its pages."""
    problems = problems_of(broken(rule, tmp_path))
    said = text(problems)

    expected = BAD / rule / "expected.txt"
    if os.environ.get("SEHAT_UPDATE"):
        expected.write_text(said, encoding="utf-8")
    assert {each.rule for each in problems} == {rule}
    assert expected.read_text(encoding="utf-8") == said


@pytest.mark.parametrize("rule", EXAMPLES)
def test_messages_are_two_sentences_for_people(rule, tmp_path):
    """One sentence says what is wrong, one says what to do, in each language and in no programmer's words."""
    for problem in problems_of(broken(rule, tmp_path)):
        assert set(problem.message) == {"id", "en"}
        assert problem.message["id"] != problem.message["en"]
        for words in problem.message.values():
            assert words.endswith((".", "?", "…”"))
            assert not {"None", "dict", "tuple", "Traceback", "pydantic", "NoneType"} & set(words.split())
