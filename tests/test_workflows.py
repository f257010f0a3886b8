"""What runs on the host: pinned, with few rights, and safe for pull requests of people we do not know."""

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$")
MAY_WRITE = {
    "deploy.yml": {"publish": {"pages": "write", "id-token": "write"}},
    "preview-comment.yml": {"comment": {"actions": "read", "pull-requests": "write"}},
    "weekly.yml": {"tell": {"actions": "read", "issues": "write"}},
}
"""The jobs with more rights than to read the repository, and exactly which."""

PLACEHOLDERS = {"@OWNER/maintainers", "@OWNER/clinicians"}


def _read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    # YAML 1.1 takes the key "on" for a truth value.
    return {("on" if key is True else key): value for key, value in found.items()}


def _steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    """Each workflow file."""
    found: Path = request.param
    return found


def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    """A tag can be moved to other code overnight; a commit cannot."""
    used = [
        line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line
    ]

    assert [] == [line for line in used if not PINNED.match(line)]


def test_rights_are_few_and_said(path: Path) -> None:
    """A workflow starts with reading at most; the jobs that write are known by name."""
    workflow = _read(path)

    assert workflow["permissions"] in ({}, {"contents": "read"})
    own = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert MAY_WRITE.get(path.name, {}) == own


def test_jobs_that_write_do_not_run_the_repository(path: Path) -> None:
    """Code, be it a stranger's or ours, runs where there is nothing to steal or to change."""
    for name in MAY_WRITE.get(path.name, {}):
        steps = _read(path)["jobs"][name]["steps"]

        assert [] == [step for step in steps if "checkout" in step.get("uses", "") or "./run" in step.get("run", "")]


def test_strangers_words_never_become_commands(path: Path) -> None:
    """A branch or a title can be named like a command; values reach scripts through the environment alone."""
    assert [] == [step["run"] for step in _steps(_read(path)) if "${{" in step.get("run", "")]


def test_nothing_runs_with_a_strangers_code_and_our_rights(path: Path) -> None:
    """`pull_request_target` is not used, no secret is named, and checkouts leave no token behind."""
    text = path.read_text(encoding="utf-8")

    assert "pull_request_target" not in text
    assert "secrets." not in text
    for step in _steps(_read(path)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            assert "ref" not in step["with"]


def test_nothing_runs_forever_or_twice(path: Path) -> None:
    """Each job has an end, and a newer run takes the place of an older one or waits for it."""
    workflow = _read(path)

    assert "group" in workflow["concurrency"]
    assert [] == [name for name, job in workflow["jobs"].items() if not 0 < job["timeout-minutes"] <= 60]


def test_verbs_in_workflows_exist() -> None:
    """A workflow that calls a verb that was renamed fails only on the host, a week later."""
    verbs = {verb for path in WORKFLOWS for verb in re.findall(r"\./run ([a-z-]+)", path.read_text(encoding="utf-8"))}

    assert [] == sorted(verb for verb in verbs if not (ROOT / "scripts" / f"{verb.replace('-', '_')}.py").is_file())


def test_what_a_build_publishes_is_made_before_it() -> None:
    """Leaflets that nobody makes are never offered, and hidden files hold headers and whom to tell about a hole."""
    steps = _read(GITHUB / "workflows/deploy.yml")["jobs"]["build"]["steps"]
    runs = [step.get("run", "") for step in steps]
    made, built = (next(place for place, run in enumerate(runs) if verb in run) for verb in ("leaflets", "run build"))
    upload = next(step for step in steps if "upload-pages-artifact" in step.get("uses", ""))

    assert made < built
    assert upload["with"]["include-hidden-files"] is True


def test_slow_tests_and_packages_are_looked_at() -> None:
    """What is too slow for every change runs every week; changed packages are asked about before they come in."""
    weekly = _steps(_read(GITHUB / "workflows/weekly.yml"))
    packages = _read(GITHUB / "workflows/packages.yml")
    locks = [path.name for path in ROOT.glob("requirements*.txt")]

    assert any("./run test -m slow" in step.get("run", "") for step in weekly)
    assert any("./run audit" in step.get("run", "") for step in _steps(packages))
    assert all(any(fnmatch(name, each) for each in packages["on"]["pull_request"]["paths"]) for name in locks)


def test_the_published_site_has_a_picture_of_every_page() -> None:
    """Drawn before the build that shows them; a correction is published even when no picture can be drawn."""
    steps = _read(GITHUB / "workflows/deploy.yml")["jobs"]["build"]["steps"]
    runs = [step.get("run", "") for step in steps]
    draws = next(step for step in steps if step.get("run") == "./run pictures --pages")

    assert runs.index("./run pictures --pages") < runs.index("./run build --admin")
    assert draws["continue-on-error"] is True


def test_the_comment_waits_for_the_preview() -> None:
    """The second step is started by the name of the first."""
    comment = _read(GITHUB / "workflows/preview-comment.yml")

    assert [_read(GITHUB / "workflows/preview.yml")["name"]] == comment["on"]["workflow_run"]["workflows"]


@pytest.mark.parametrize("name", ["wrong-advice.yml", "new-cause-or-word.yml"])
def test_forms_ask_in_both_languages(name: str) -> None:
    """One form serves everybody: each label says it twice, and every field has a name of its own."""
    form = _read(GITHUB / "ISSUE_TEMPLATE" / name)
    parts = [part for part in form["body"] if part["type"] != "markdown"]

    assert len(parts) == len({part["id"] for part in parts})
    assert [] == [part["id"] for part in parts if " · " not in part["attributes"]["label"]]
    assert [] == [option for part in parts for option in part["attributes"].get("options", ()) if " · " not in option]
    assert " · " in form["name"]


def test_clinical_files_have_owners_and_exist() -> None:
    """Every folder of clinical content asks a clinician, and no line names a place that is gone."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0]: set(line.split()[1:]) for line in lines if line and not line.startswith("#")}

    for place, owners in owned.items():
        assert place == "*" or (ROOT / place.strip("/")).exists(), place
        assert all(owner.startswith("@") for owner in owners)
    clinical = ["causes/", "conditions/", "examinations/", "findings/", "remedies/", "self-check/", "safety-net.yaml"]
    assert [] == [part for part in clinical if not any("clinicians" in each for each in owned[f"/content/{part}"])]
    assert PLACEHOLDERS == set().union(*owned.values()), "Real owners are named: delete the remark and this line."
