"""The PDF leaflets: two sheets, tagged, small, the same bytes every time. Skipped where WeasyPrint is not installed."""

import contextlib
import importlib.util
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from sehat.outputs.leaflet import FOLDER, leaflets
from sehat.render import load
from tests.build.project import environment
from tests.projects import ROOT

SITE = "https://betis-sehat.example/"


def made(root: Path) -> dict[str, bytes]:
    """The leaflets after the verb ran, by name."""
    command = [sys.executable, str(ROOT / "scripts/leaflets.py"), "--root", str(root)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted((root / FOLDER).glob("*"))}


def unpacked(pdf: bytes) -> bytes:
    """The objects of a PDF file, with those that are packed."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return b"\n".join(parts)


@pytest.mark.slow
@pytest.mark.skipif(not importlib.util.find_spec("weasyprint"), reason="./run leaflets installs WeasyPrint")
def test_leaflets_are_small_tagged_and_always_the_same(tmp_path: Path) -> None:
    """A clinic prints them from a memory stick; a screen reader finds headings and lists; a diff shows real changes."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "docs/assets", tmp_path / "docs/assets", ignore=shutil.ignore_patterns("leaflets"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)

    first = made(tmp_path)
    shutil.rmtree(tmp_path / FOLDER)

    assert first == made(tmp_path)
    assert set(first) == {f"calf-{each}.{locale}.pdf" for each in ("cramp", "twitching") for locale in ("id", "en")}
    for name, pdf in first.items():
        objects = unpacked(pdf)
        assert len(re.findall(rb"/Type ?/Page\b", objects)) == 2, name
        assert len(pdf) <= 120 * 1024, name
        assert b"/Marked true" in objects, name
        assert b"/Lang (" + name.split(".")[1].encode() + b")" in objects, name


def test_a_leaflet_says_what_the_page_says() -> None:
    """Address, date, sources, review, numbers; and its links lead to the site, not into a folder of this machine."""
    for locale, edition in load(ROOT).editions.items():
        for path, address, document in leaflets(edition, SITE):
            assert path.endswith(f".{locale}.pdf")
            assert f"{SITE}{address}" in document
            assert [] == re.findall(r'href="(?!https?://|#|tel:)[^"]*"', document)
            for part in ('class="refs-list"', 'class="review"', "<strong>119</strong>", "<strong>112</strong>", "2026"):
                assert part in document, (path, part)
