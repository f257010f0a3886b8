"""`./run check` speaks to people, to pull requests and to tools, and its exit code says whether to publish."""

import json
import re
import subprocess
import sys

import pytest

from sehat.checks.rules import rules
from sehat.reports import FORMATS
from tests.projects import ROOT, edit, sample


def check(project, *options):
    command = [
        sys.executable,
        str(ROOT / "scripts/check.py"),
        "--root",
        str(project),
        "--today",
        "2026-11-20",
        *options,
    ]
    return subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "scripts")})


@pytest.fixture
def project(tmp_path):
    return sample(tmp_path)


def test_good_content_ends_with_0(project):
    """Nothing wrong is one line in both languages, and an empty list for tools."""
    assert (check(project).stdout, check(project).returncode) == ("Tidak ada masalah. No problems.\n", 0)
    assert json.loads(check(project, "--format", "json").stdout) == []


def test_a_warning_does_not_stop_publishing(project):
    """It is shown, and the exit code stays 0."""
    edit(project, "causes/blood-clot.yaml", "    - darah beku\n", "    - darah beku\n    - otot capek\n")
    done = check(project)

    assert done.returncode == 0
    assert "0 galat, 1 peringatan. 0 error(s), 1 warning(s)." in done.stdout


def test_an_error_ends_with_1_in_every_format(project):
    """Text holds both languages and where the rule is explained; JSON has exactly the documented fields."""
    edit(project, "causes/tired-muscle.yaml", "  - stretch-calf\n", "  - strech-calf\n")
    text, github, tools = (check(project, "--format", each) for each in ("text", "github", "json"))

    assert (text.returncode, github.returncode, tools.returncode) == (1, 1, 1)
    assert text.stdout.startswith("content/causes/tired-muscle.yaml:")
    assert "rule: references (CONTRIBUTING.md#references)" in text.stdout
    assert re.match(r"::error file=content/causes/tired-muscle.yaml,line=\d+,col=5,title=references::", github.stdout)
    assert "%0ACONTRIBUTING.md#references" in github.stdout
    (found,) = json.loads(tools.stdout)
    assert set(found) == {"file", "line", "column", "level", "rule", "message"}
    assert set(found["message"]) == {"id", "en"}


def test_wrong_use_ends_with_2(project):
    """As every verb does."""
    assert check(project, "--format", "xml").returncode == 2


def test_no_words_can_break_a_workflow_command():
    """Line ends, colons and commas in a file name or a message stay data."""
    from sehat.problems import Problem

    said = FORMATS["github"]([Problem("a,b:c\n.yaml", 1, 1, "error", "yaml", {"id": "50 %\n::error::", "en": "x"})])

    assert (
        said.split("\n")[0]
        == "::error file=a%2Cb%3Ac%0A.yaml,line=1,col=1,title=yaml::50 %25%0A::error::%0Ax%0ACONTRIBUTING.md#yaml"
    )


def test_every_rule_is_explained_where_messages_point():
    """`rule: references` leads to a heading of CONTRIBUTING.md."""
    headings = set(re.findall(r"^#{2,4} `?([a-z-]+)`?$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE))

    assert set(rules()) - headings == set()
