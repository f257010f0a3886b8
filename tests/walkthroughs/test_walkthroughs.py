"""The examples on the page for editors are true: each is carried out, and what comes of it is what the page says.

With SEHAT_VISUAL=write their pictures are taken anew; look at them before they are kept.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from sehat.admin.files import admin_files
from sehat.bench.serving import serving
from sehat.checks.walkthroughs import places
from sehat.diffing.report import differences, markdown
from sehat.model.walkthroughs import Walkthrough
from sehat.outputs.walkthroughs import FOLDER, examples, size_of
from sehat.publish.problem_page import problem_page
from sehat.reading.library import read_library
from sehat.reading.yaml_text import read_yaml
from sehat.render import load
from tests.admin.form_page import FormPage
from tests.build.project import run_build
from tests.projects import ROOT, copy_project

LIBRARY = read_library(ROOT).library
assert LIBRARY is not None
WALKTHROUGHS: Mapping[str, Walkthrough] = LIBRARY.walkthroughs
MOST_BYTES = 150_000


def showing(what: str) -> list[str]:
    return [name for name, each in WALKTHROUGHS.items() if each.shows == what]


def changed(text: str, each: Walkthrough) -> str:
    """The file's text after the change, with the spaces before each line kept."""
    lines = text.split("\n")
    (start,) = places(lines, each.before)
    old = lines[start : start + len(each.before)]
    new = [line[: len(line) - len(line.lstrip())] + words for line, words in zip(old, each.after, strict=True)]
    return "\n".join([*lines[:start], *new, *lines[start + len(old) :]])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def carry_out(project: Path, each: Walkthrough) -> int:
    """Make the change; the number of the first changed line."""
    path = project / each.file
    before = path.read_text("utf-8")
    path.write_text(changed(before, each), "utf-8")
    return places(before.split("\n"), each.before)[0] + 1


def keep(page: Page, name: str, **more: Any) -> None:
    """Take the picture of an example, when it is asked for."""
    if os.environ.get("SEHAT_VISUAL") == "write":
        folder = ROOT / "docs" / FOLDER
        folder.mkdir(exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", animations="disabled", caret="hide", **more)


def test_there_are_three_ways_each_with_its_own_outcome() -> None:
    """An editor sees a change that is saved, one that is refused, and what readers would see."""
    assert sorted(each.shows for each in WALKTHROUGHS.values()) == ["message", "report", "saved"]


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_page_shows_every_example_with_its_picture(locale: str) -> None:
    """Both languages show the same lines, and pictures that can be loaded on a slow network."""
    edition = load(ROOT).editions[locale]
    shown = list(examples(edition, edition.url("page", "editors")))

    assert [each.anchor for each in shown] == list(WALKTHROUGHS)
    for each in shown:
        assert each.size is not None
        assert 300 < each.size[0] <= 1000
        assert (ROOT / "docs" / FOLDER / f"{each.anchor}.png").stat().st_size < MOST_BYTES


@pytest.mark.parametrize("name", showing("message"))
def test_the_checks_say_what_the_page_says(name: str, project: Path, browser: Browser) -> None:
    """The message is the real one, at the line that was changed, in both languages."""
    each = WALKTHROUGHS[name]
    line = carry_out(project, each)
    found = [problem for problem in load(project).problems if problem.level == "error"]

    assert [(problem.file, problem.line) for problem in found] == [(each.file, line)]
    assert each.message is not None
    for locale, words in found[0].message.items():
        assert words == each.message[locale].replace("“", '"').replace("”", '"')
    page = browser.new_page(viewport={"width": 760, "height": 330})
    page.set_content(problem_page(found))
    assert each.file in page.inner_text("main")
    keep(page, name)
    page.close()


@pytest.mark.parametrize("name", showing("report"))
def test_the_report_says_what_the_page_says(name: str, project: Path, tmp_path: Path, browser: Browser) -> None:
    """The lines stand in the real report, in this order."""
    each = WALKTHROUGHS[name]
    carry_out(project, each)
    before, after = read_library(ROOT).library, read_library(project).library
    assert before is not None
    assert after is not None

    said = [line.strip() for line in markdown(differences(before, after, with_search=False)).splitlines()]

    assert [line for line in said if line in each.report] == list(each.report)
    keep_preview(name, tmp_path / "preview", browser)


def keep_preview(name: str, folder: Path, browser: Browser) -> None:
    """Take the picture of the changed page, as a phone shows it, when it is asked for."""
    if os.environ.get("SEHAT_VISUAL") != "write":
        return
    each = WALKTHROUGHS[name]
    project = copy_project(folder)
    carry_out(project, each)
    assert run_build(project).returncode == 0
    words = each.after[0].partition("id: ")[2]
    with serving(project / "site") as site:
        page = browser.new_page(viewport={"width": 360, "height": 480})
        page.goto(f"{site}id/penyebab/kram-panas/")
        page.get_by_text(words).first.evaluate("each => scrollTo(0, each.getBoundingClientRect().top - 220)")
        keep(page, name)
        page.close()


def field_of(value: Any, words: str, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Where these words stand in a file, as the form names its fields."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from field_of(inner, words, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from field_of(inner, words, (*path, str(number)))
    elif str(value) == words:
        yield ".".join(path)


@pytest.mark.parametrize("name", showing("saved"))
def test_the_form_saves_what_the_page_says(name: str, tmp_path: Path, browser: Browser) -> None:
    """Typing the new words and pressing Save makes this change and no other."""
    each = WALKTHROUGHS[name]
    text = (ROOT / each.file).read_text("utf-8")
    data = read_yaml(text, each.file)[0]
    for address, content in admin_files(load(ROOT).editions):
        (tmp_path / address).parent.mkdir(exist_ok=True)
        (tmp_path / address).write_bytes(content)
    shutil.copytree(ROOT / "docs/assets/images", tmp_path / "assets/images")
    folder, slug = Path(each.file).parent.name, Path(each.file).stem

    with serving(tmp_path) as url:
        page = browser.new_page(viewport={"width": 900, "height": 640})
        form = FormPage(page, f"{url}admin/")
        form.open_folder({each.file: text})
        form.open_entry(folder, slug)
        for old, new in zip(each.before, each.after, strict=True):
            (field,) = field_of(data, old.partition(": ")[2])
            assert form.type(field, new.partition(": ")[2]) == old.partition(": ")[2]
        keep(page, name)
        form.save()
        saved = form.read(each.file)
        page.close()

    assert saved == changed(text, each)


def test_every_picture_belongs_to_an_example() -> None:
    """A picture that no page shows is left over."""
    edition = load(ROOT).editions["id"]

    assert {path.stem for path in (ROOT / "docs" / FOLDER).glob("*.png")} == set(WALKTHROUGHS)
    assert all(size_of(edition, f"{FOLDER}/{name}.png") for name in WALKTHROUGHS)
