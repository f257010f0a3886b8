"""Pictures of link previews: drawn from the words of today, small, of the size that the pages say."""

import struct

import pytest

from sehat.outputs.share_images import SIZE, Picture, icons, pictures, with_words, words_of
from sehat.render import load
from tests.projects import ROOT


@pytest.fixture(scope="module")
def drawn() -> list[Picture]:
    """Every picture that should be there."""
    editions = load(ROOT).editions.values()
    return [*icons(ROOT), *(each for edition in editions for each in pictures(ROOT, edition))]


def test_pictures_say_what_the_site_says(drawn: list[Picture]) -> None:
    """Words changed? ./run pictures draws them again."""
    files = {each.path: (ROOT / each.path).read_bytes() for each in drawn}

    assert {each.path: each.says for each in drawn} == {path: words_of(png) for path, png in files.items()}
    assert {each.path: each.size for each in drawn} == {
        path: struct.unpack(">II", png[16:24]) for path, png in files.items()
    }
    assert {} == {path: len(png) for path, png in files.items() if len(png) > 30 * 1024}


def test_pages_tell_the_size_of_the_pictures() -> None:
    """A chat that knows the size shows the picture at once."""
    said = (ROOT / "docs/theme/parts/social.html").read_text(encoding="utf-8")

    for name, length in zip(("width", "height"), SIZE, strict=True):
        assert f'"og:image:{name}" content="{length}"' in said


def test_words_are_written_into_the_file_once() -> None:
    """Drawing twice gives the same bytes."""
    png = (ROOT / "docs/assets/images/icon-192.png").read_bytes()

    assert png == with_words(png, words_of(png))
