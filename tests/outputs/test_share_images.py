"""Pictures of link previews: drawn from the words of today, small, of the size that the pages say."""

import struct
from collections.abc import Collection

import pytest
from playwright.sync_api import Page

from sehat.outputs.edition import Edition
from sehat.outputs.png import with_words, words_of
from sehat.outputs.share_images import SIZE, Picture, icons, own_pictures, pictures
from sehat.render import load
from tests.projects import ROOT

MEASURE = """() => {
    const box = document.querySelector("section"), mark = document.querySelector("div");
    return {
        over: box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth,
        free: mark.getBoundingClientRect().top - document.querySelector("p").getBoundingClientRect().bottom,
        below: document.documentElement.scrollHeight - 420,
        said: ["h1", "p"].map((each) => document.querySelector(each).textContent),
    };
}"""


@pytest.fixture(scope="module")
def editions() -> Collection[Edition]:
    """The real content in each language."""
    return load(ROOT).editions.values()


@pytest.fixture(scope="module")
def drawn(editions: Collection[Edition]) -> list[Picture]:
    """Every picture that should be there."""
    return [*icons(ROOT), *(each for edition in editions for each in pictures(ROOT, edition))]


def test_pictures_say_what_the_site_says(drawn: list[Picture]) -> None:
    """Words changed? ./run pictures draws them again."""
    files = {each.path: (ROOT / each.path).read_bytes() for each in drawn}

    assert {each.path: each.says for each in drawn} == {path: words_of(png) for path, png in files.items()}
    assert {each.path: each.size for each in drawn} == {
        path: struct.unpack(">II", png[16:24]) for path, png in files.items()
    }
    assert {} == {path: len(png) for path, png in files.items() if len(png) > 16 * 1024}


def test_pages_tell_the_size_of_the_pictures() -> None:
    """A chat that knows the size shows the picture at once."""
    for template in ("parts/social.html", "index.html"):
        said = (ROOT / "docs/theme" / template).read_text(encoding="utf-8")

        for name, length in zip(("width", "height"), SIZE, strict=True):
            assert f'"og:image:{name}" content="{length}"' in said


def test_words_are_written_into_the_file_once() -> None:
    """Drawing twice gives the same bytes."""
    for name in ("icon-192.png", "share/home.id.png"):
        png = (ROOT / "docs/assets/images" / name).read_bytes()

        assert png == with_words(png, words_of(png))


def test_every_page_has_a_picture_in_its_language(editions: Collection[Edition]) -> None:
    """Its own, or that of a kind with the very same words, as the page of emergencies has."""
    for edition in editions:
        own = list(own_pictures(ROOT, edition))
        said = {each.says for each in (*own, *pictures(ROOT, edition))}
        titles = {page.title[edition.locale] for page in edition.site_map.pages}

        assert {title for title in titles if not any(each.startswith(f"{title}. ") for each in said)} == set()
        assert len(own) == len({each.path for each in own})
        assert all(each.path.endswith(f".{edition.locale}.png") for each in own)


def test_no_page_has_too_many_words_for_its_picture(page: Page, editions: Collection[Edition]) -> None:
    """Nothing is cut, because the end of a summary tells how soon to be seen; nothing touches the mark below."""
    page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
    wrong = {}
    for picture in (each for edition in editions for each in (*pictures(ROOT, edition), *own_pictures(ROOT, edition))):
        page.set_content(picture.page)
        found = page.evaluate(MEASURE)
        whole = picture.says.startswith(". ".join(found["said"]))
        if found["over"] or found["free"] < 16 or found["below"] > 0 or not whole:
            wrong[picture.path] = found

    assert {} == wrong


def test_words_that_never_fit_end_at_a_word_with_an_ellipsis(page: Page, editions: Collection[Edition]) -> None:
    """An editor may write more than anybody foresaw."""
    page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
    for edition in editions:
        longest = max(own_pictures(ROOT, edition), key=lambda each: len(each.says)).page
        page.set_content(longest)
        title, words = page.evaluate(MEASURE)["said"]
        for titles, summaries in ((1, 4), (9, 40)):
            more = [" ".join([title] * titles), " ".join([words] * summaries)]
            page.set_content(longest.replace(title, more[0], 1).replace(words, more[1], 1))
            found = page.evaluate(MEASURE)

            assert not found["over"]
            assert found["said"][1].endswith("…")
            for said, whole in zip(found["said"], more, strict=True):
                kept = said.removesuffix("…")
                assert kept
                assert whole.startswith(kept)
                assert not whole[len(kept) :][:1].isalnum()
