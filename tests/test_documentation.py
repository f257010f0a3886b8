"""What the documentation names is there, and what is there is named."""

import re
import subprocess
import sys
from pathlib import Path

from tests.projects import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SCRIPTS = (ROOT / "scripts" / "README.md").read_text("utf-8")


def test_every_command_of_the_readme_is_a_verb():
    """A newcomer types what the README says."""
    verbs = set(re.findall(r"\./run ([a-z-]+)", README))

    assert {"serve", "test"} <= verbs
    assert [verb for verb in sorted(verbs) if not (ROOT / "scripts" / f"{verb.replace('-', '_')}.py").exists()] == []


def test_run_lists_every_verb_with_a_line_about_it():
    """`./run` alone is the help page."""
    shown = subprocess.run(
        [sys.executable, str(ROOT / "run")], capture_output=True, text=True, check=False, cwd=ROOT
    ).stdout
    verbs = [
        path.stem.replace("_", "-")
        for path in (ROOT / "scripts").glob("*.py")
        if 'if __name__ == "__main__":' in path.read_text("utf-8")
    ]

    assert verbs
    assert [verb for verb in verbs if not re.search(rf"^\s*{verb}\s+\S", shown, re.MULTILINE)] == []


def test_every_place_that_the_readme_names_exists():
    """The map "I want to change …" leads to the right file in one guess."""
    names = re.findall(r"`([\w./-]+/[\w.-]*)`|\]\(([\w./-]+)\)", README)
    places = {(code or link).rstrip("/") for code, link in names}
    made = {"site", "docs/id", "docs/en", "site/api/v1/pages.json"}
    ignored = {place for place in places if place in made or place.startswith(("id/", "en/"))}

    assert [place for place in sorted(places - ignored) if place and not (ROOT / place).exists()] == []


def test_the_map_of_the_package_names_every_part():
    """An engineer finds the right file in one guess."""
    parts = [
        path.name + "/" if path.is_dir() else path.name
        for path in sorted((ROOT / "scripts" / "sehat").iterdir())
        if path.name not in ("__init__.py", "__pycache__") and (path.is_dir() or path.suffix == ".py")
    ]

    assert [part for part in parts if f"`sehat/{part}`" not in SCRIPTS] == []


def test_decisions_are_numbered_once_and_short():
    """A record is read in a minute."""
    records = sorted((ROOT / "scripts" / "decisions").glob("*.md"))
    numbers = [path.name[:3] for path in records]

    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"[0-9]{3}-[a-z0-9-]+\.md", path.name) for path in records)
    assert [path.name for path in records if len(path.read_text("utf-8").splitlines()) > 60] == []


def test_nothing_speaks_of_this_machine():
    """The project speaks of itself alone."""
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False).stdout.split(
        "\n"
    )
    words = re.compile(r"/work/|/root/|/tmp/(?!\S*\{)")
    found = []
    for name in tracked:
        path = Path(ROOT / name)
        if path.suffix not in {".py", ".md", ".yaml", ".yml", ".toml", ".mjs", ".js", ".html", ".jinja", ".css"}:
            continue
        if (
            name != "tests/test_documentation.py"
            and path.exists()
            and words.search(path.read_text("utf-8", errors="replace"))
        ):
            found.append(name)

    assert found == []
