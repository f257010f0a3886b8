"""The ways from a page to its source: change it, report a mistake, and the form for editors that no page leads to."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.build.project import run_build, whole_project
from tests.projects import ROOT, edit

REPOSITORY = "https://github.com/owner/name"
SITE = "https://betis-sehat.example/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample, built with a repository and with the form for editors."""
    project = whole_project(tmp_path_factory.mktemp("improve"))
    edit(project, "site.yaml", "\nsections:\n", f"\nrepository: {REPOSITORY}\nsections:\n")
    result = run_build(project, "--admin")
    assert result.returncode == 0, result.stderr
    return project


def _pages(project: Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads((project / "site/api/v1/pages.json").read_text(encoding="utf-8"))
    return listed


def _links(project: Path, address: str) -> list[str]:
    tree = LexborHTMLParser((project / "site" / address / "index.html").read_text(encoding="utf-8"))
    return [node.attributes["href"] or "" for node in tree.css("a[href]")]


def test_every_page_leads_to_its_source(project: Path) -> None:
    """Somebody who sees a wrong word is two clicks away from the line that holds it."""
    for page in _pages(project):
        (edit,) = [link for link in _links(project, page["url"]) if link.startswith(f"{REPOSITORY}/edit/main/")]
        source = edit.removeprefix(f"{REPOSITORY}/edit/main/")

        assert (project / source).is_file(), page["url"]
        if source.endswith(".md"):
            assert source.endswith(f".{page['locale']}.md")


def test_every_page_leads_to_a_prepared_report(project: Path) -> None:
    """Who reports a mistake need not say where; the form's own file must know the field that is filled in."""
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/wrong-advice.yml").read_text(encoding="utf-8"))
    fields = {part["id"] for part in form["body"] if "id" in part}
    for page in _pages(project):
        (report,) = [link for link in _links(project, page["url"]) if "/issues/new" in link]
        asked = parse_qs(urlsplit(report).query)

        assert report.startswith(f"{REPOSITORY}/issues/new?")
        assert asked["template"] == ["wrong-advice.yml"]
        assert asked["page"] == [SITE + page["url"]]
        assert asked["title"][0].startswith("[")
        assert len(asked["title"][0]) > 3
        assert "&amp;" not in asked["title"][0]
        assert "page" in fields


def test_without_a_repository_there_is_nothing_to_click(tmp_path: Path) -> None:
    """A link to nowhere is worse than none."""
    project = whole_project(tmp_path / "project")
    assert 0 == run_build(project).returncode

    for page in _pages(project):
        assert [] == [link for link in _links(project, page["url"]) if "/edit/" in link or "/issues/" in link]
    assert not (project / "site/admin").exists()


def test_no_page_leads_to_the_form(project: Path) -> None:
    """The form is for those who know its address; readers carry none of its weight."""
    for page in _pages(project):
        assert [] == [link for link in _links(project, page["url"]) if "admin" in link]
    assert "admin" not in (project / "site/sitemap.xml").read_text(encoding="utf-8")


def test_the_form_knows_the_repository(project: Path) -> None:
    """Editors' changes become pull requests of the repository that the site file names; merging stays with the host."""
    config = yaml.safe_load((project / "site/admin/config.yml").read_text(encoding="utf-8"))

    assert "owner/name" == config["backend"]["repo"]
    assert "editorial_workflow" == config["publish_mode"]
    assert {False} == {each["publish"] for each in config["collections"]}


def test_only_the_form_has_the_looser_policy(project: Path) -> None:
    """What the program needs is allowed on its page and nowhere else."""
    form = (project / "site/admin/index.html").read_text(encoding="utf-8")
    page = (project / "site/id/index.html").read_text(encoding="utf-8")

    assert "script-src &#x27;self&#x27;;" in form
    assert "https://api.github.com" in form
    assert "https://api.github.com" not in page
    assert '<meta name="robots" content="noindex">' in form
