"""Scripts and styles lose what only their authors read, and nothing else."""

import re
from pathlib import Path

import pytest

from sehat.publish.lean import lean, lean_files
from tests.projects import ROOT

SOURCES = list(lean_files(ROOT / "docs/assets"))


def test_comments_and_indentation_go_and_code_stays() -> None:
    """A comment behind code, and what only looks like one, stay."""
    text = """/**
 * What it does.
 */
export const a = "https://example.org"; // Why.

  // A remark.
  if (a) {
    b(`x`);
  }
"""

    assert lean(text, ".mjs") == 'export const a = "https://example.org"; // Why.\nif (a) {\nb(`x`);\n}\n'


def test_styles_keep_addresses_that_begin_a_line() -> None:
    """Two strokes are no comment in a style sheet."""
    assert lean("/* a */\np {\n  color: red;\n}\n", ".css") == "p {\ncolor: red;\n}\n"
    assert lean("//x { }\n", ".css") == "//x { }\n"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_string_of_ours_spans_lines(path: Path) -> None:
    """Inside such a string a comment or the spaces before a line would have a meaning."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)

    code = re.sub(r"/\[[^\]\n]*\]/", "", code)  # A mark in a pattern begins no string.
    assert [line for line in code.splitlines() if line.count("`") % 2] == []


def test_the_site_has_the_lean_files(built_site: Path) -> None:
    """Every script and style of the site is its source without comments, and smaller."""
    for path in SOURCES:
        text = path.read_text("utf-8")
        published = (built_site / path.relative_to(ROOT / "docs")).read_text("utf-8")
        assert published == lean(text, path.suffix)
        assert len(published) < len(text)
