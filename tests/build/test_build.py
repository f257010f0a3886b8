"""Building: all or nothing, the same bytes every time, whichever way it is started."""

from pathlib import Path

import pytest

from tests.build.project import contents, run_build, run_mkdocs, whole_project
from tests.projects import edit


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project after `./run build`."""
    project = whole_project(tmp_path_factory.mktemp("built"))
    result = run_build(project)
    assert result.returncode == 0, result.stderr
    return project


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Otherwise nobody can tell what a change changed."""
    again = whole_project(tmp_path / "again")

    assert 0 == run_build(again).returncode
    assert contents(built / "site") == contents(again / "site")


def test_plain_mkdocs_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    """`mkdocs build --strict` on a clean checkout renders first and builds every language."""
    project = whole_project(tmp_path / "plain")

    result = run_mkdocs(project, "build", "--strict")

    assert 0 == result.returncode, result.stderr
    assert contents(built / "site") == contents(project / "site")


def test_only_what_readers_need_is_published(built: Path) -> None:
    """Nothing of Material's scripts and styles, of the theme's sources or of the work between is in the site."""
    names = [str(path.relative_to(built / "site")) for path in (built / "site").rglob("*")]
    unwanted = ("javascripts", "stylesheets", "theme", "part.json", ".md", ".map", ".jinja", ".icons", ".gz")

    assert "index.html" in names
    assert [] == [name for name in names if name.endswith(unwanted) or name.startswith(unwanted)]


def test_a_mistake_in_content_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    """A site that is online must never lose pages to a typing mistake."""
    project = whole_project(tmp_path / "project")
    run_build(project)
    before = contents(project / "site")
    edit(project, "causes/tired-muscle.yaml", "title:", "titel:")

    result = run_build(project)

    assert 1 == result.returncode
    assert "content/causes/tired-muscle.yaml:" in result.stderr
    assert "Traceback" not in result.stderr
    assert before == contents(project / "site")


def test_a_failure_of_one_language_leaves_the_old_site(tmp_path: Path) -> None:
    """Half a site is worse than an old one, and nothing is left lying about."""
    project = whole_project(tmp_path / "project")
    run_build(project)
    before = contents(project / "site")
    page = project / "docs/theme/main.html"
    broken = '{% if m.locale == "en" %}{{ no_such_word }}{% endif %}'
    page.write_text(page.read_text(encoding="utf-8") + broken, encoding="utf-8")

    result = run_build(project)

    assert 1 == result.returncode
    assert before == contents(project / "site")
    assert [] == list((project / ".cache/sehat").glob("build-*"))


def test_plain_mkdocs_stops_at_a_mistake_in_content(tmp_path: Path) -> None:
    """The message is ours, at the line; not a traceback."""
    project = whole_project(tmp_path / "project")
    edit(project, "causes/tired-muscle.yaml", "title:", "titel:")

    result = run_mkdocs(project, "build", "--strict")

    assert 1 == result.returncode
    assert "content/causes/tired-muscle.yaml:" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()
