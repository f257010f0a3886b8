"""Drawings and tables: made from data, safe, small, and said in words."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from sehat.model.library import Library
from sehat.outputs.at_a_glance import telling
from sehat.outputs.entity_pages import remedy_page
from sehat.outputs.pages import pages, render
from sehat.outputs.pieces import PageView, Section
from sehat.outputs.reading_time import minutes
from sehat.publish.template_markdown import html_of
from sehat.reading.library import read_library
from sehat.render import load
from tests.projects import ROOT, sample

DRAWINGS = ROOT / "docs/assets/drawings"
SHAPES = {"svg", "g", "path", "rect", "circle", "text"}
WITHOUT_DRAWING = {"paracetamol": "taking a tablet is read from the pack; a picture could only suggest a dose"}
ATTRIBUTES = re.compile(r"[a-z-]+|viewBox")


@pytest.fixture(scope="module")
def library() -> Library:
    found = read_library(ROOT).library
    assert found is not None
    return found


def test_every_drawing_has_its_words_and_every_entry_its_drawing(library: Library) -> None:
    """A picture without words shuts out who cannot see it; words without a picture are a broken page."""
    assert {path.stem for path in DRAWINGS.glob("*.svg")} == set(library.drawings)
    for name, drawing in library.drawings.items():
        numbers = re.findall(r"<text[^>]*>(\d)</text>", (DRAWINGS / f"{name}.svg").read_text("utf-8"))
        assert numbers == [str(number) for number in range(1, len(drawing.parts) + 1)], name
        assert drawing.conditions or drawing.causes or drawing.remedies, name


def test_what_to_do_at_once_is_shown(library: Library) -> None:
    """In pain or a hurry people look before they read: first aid has a drawing, or a reason why not."""
    shown = {
        remedy for drawing in library.drawings.values() if drawing.shows == "action" for remedy in drawing.remedies
    }
    at_once = {
        slug for slug, remedy in library.remedies.items() if remedy.kind in {"first-aid", "emergency"} and remedy.steps
    }

    assert at_once - shown == set(WITHOUT_DRAWING)


def test_drawings_are_small_and_hold_shapes_only() -> None:
    """No script, no style, no address: a picture that can do nothing but be seen."""
    for path in DRAWINGS.glob("*.svg"):
        data = path.read_bytes()
        assert len(gzip.compress(data)) < 4096, path
        for node in ElementTree.fromstring(data).iter():
            assert node.tag.rpartition("}")[2] in SHAPES, (path, node.tag)
            assert all(ATTRIBUTES.fullmatch(name) and not name.startswith("on") for name in node.attrib), path
            assert not any("url(" in value or ":" in value for value in node.attrib.values()), path


def cause(more: dict[str, int], less: dict[str, int]) -> Any:
    """A cause as far as tables need it."""
    evidence = [
        [SimpleNamespace(finding=name, weight=weight) for name, weight in each.items()] for each in (more, less)
    ]
    return SimpleNamespace(more_likely=evidence[0], less_likely=evidence[1])


def test_signs_about_which_most_causes_speak_come_first() -> None:
    """What tells causes apart stands at the top; faint signs are left out."""
    causes = [
        cause({"night": 3, "eased": 2, "old": 1}, {"swollen": 3}),
        cause({"swollen": 4, "cancer": 3}, {"eased": 3, "old": 1}),
        cause({"pop": 4}, {"eased": 2}),
    ]

    assert telling(causes) == ["eased", "swollen", "pop", "cancer", "night"]


PROJECT = """cramp-or-clot:
  title:
    id: Kram <b>atau</b> bekuan?
    en: Cramp <b>or</b> clot?
  conditions:
    - calf-cramp
  causes:
    - FIRST
    - SECOND
"""
DRAWING = """press:
  alt:
    id: Seseorang “berdiri” <i>.
    en: Someone “stands” <i>.
  caption:
    id: Tekan & tahan.
    en: Press & hold.
  shows: action
  remedies:
    - stretch-calf
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small sample with a table and a drawing, both hostile."""
    found = sample(tmp_path)
    causes = sorted(path.stem for path in (found / "content/causes").glob("*.yaml"))
    table = PROJECT.replace("FIRST", causes[0]).replace("SECOND", causes[1])
    (found / "content/comparisons.yaml").write_text(table, "utf-8")
    (found / "content/drawings.yaml").write_text(DRAWING, "utf-8")
    folder = found / "docs/assets/drawings"
    folder.mkdir(parents=True)
    (folder / "press.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return found


def test_words_of_drawings_and_tables_stay_text(project: Path) -> None:
    """Whatever an editor writes there becomes no markup, by the short way to HTML."""
    loaded = load(project)
    assert loaded.good, loaded.problems
    edition = loaded.editions["en"]

    page = html_of(
        render(remedy_page(edition, edition.library.remedies["stretch-calf"], (None, None)), edition).split(
            "\n---\n", 1
        )[1]
    )

    assert page is not None
    assert 'alt="Someone “stands” &#60;i&#62;."' in page
    assert "<figcaption>Press &#38; hold." in page
    written = {file.path: file.content.decode() for file in pages(edition)}
    table = next(text for path, text in written.items() if "complaints/calf-cramp" in path)
    assert '<caption id="cramp-or-clot">Cramp &#60;b&#62;or&#60;/b&#62; clot?</caption>' in table
    assert table.count('<th scope="col">') == 3
    assert html_of(table.split("\n---\n", 1)[1]) is not None


def test_reading_time_counts_words_that_are_read() -> None:
    """Markup, numbers of sources and addresses take no time."""
    words = " ".join(["kata"] * 360) + '<sup class="refs"><a href="#s1">1</a></sup>'
    view = PageView("cause", {}, "x", sections=(Section("a", "Judul", "list", (words,)),))

    assert minutes(view) == 2
    assert minutes(PageView("cause", {}, "x")) == 1
    assert minutes(PageView("home", {}, "x", lede=words)) == 0
