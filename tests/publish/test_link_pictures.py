"""Which picture a page shows in link previews: its own, but never one that says what the page no longer says."""

from pathlib import Path
from typing import Any

import pytest

from sehat.outputs.png import with_words
from sehat.outputs.share_images import FOLDER, OWN, spoken
from sehat.publish.headers import A_DAY, headers_for, places
from sehat.publish.link_pictures import link_pictures, picture_of
from sehat.publish.offline import version
from tests.projects import ROOT

TITLE, SUMMARY, SITE = "Salt & water", 'Drink "enough". See a doctor today.', "Calves' health"
META = {
    "kind": "cause",
    "entity": "salt",
    "section": "cause",
    "locale": "en",
    "title": "Salt &amp; water",
    "description": "Drink &quot;enough&quot;. See a doctor today.",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a picture for the kind and one for the page."""
    put(tmp_path, f"{FOLDER}/cause.en.png", "Causes. Everything. Calves")
    put(tmp_path, f"{FOLDER}/home.en.png", "Calves. Hello. Calves")
    put(tmp_path, f"{OWN}/cause-salt.en.png", spoken(TITLE, SUMMARY, SITE))
    return tmp_path


def put(root: Path, path: str, words: str) -> None:
    """A picture that carries these words."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(with_words((ROOT / FOLDER / "home.en.png").read_bytes(), words))


def site(root: Path) -> dict[str, Any]:
    """What the theme knows, as far as pictures need it."""
    return {"link_pictures": link_pictures(root), "locales": {"en": {"site_name": "Calves&#39; health"}}}


def shown(root: Path, **meta: str) -> tuple[str, str]:
    """The address without its mark, and the words, of the picture for a page."""
    found = picture_of(site(root), META | meta)
    assert found is not None
    return found["address"].partition("?v=")[0], found["says"]


def test_a_page_shows_its_own_picture(project: Path) -> None:
    """With its words for those who do not see it, safe inside an attribute."""
    address, words = shown(project)

    assert address == "assets/images/share/pages/cause-salt.en.png"
    assert words == "Salt &amp; water. Drink &quot;enough&quot;. See a doctor today. Calves&#x27; health"


@pytest.mark.parametrize("changed", ["title", "description"])
def test_a_picture_with_old_words_is_not_shown(project: Path, changed: str) -> None:
    """Advice that was corrected must not live on in chats; the picture of the kind says nothing about it."""
    address, words = shown(project, **{changed: "See a doctor now."})

    assert (address, words) == ("assets/images/share/cause.en.png", "Causes. Everything. Calves")


def test_a_page_without_a_picture_shows_that_of_its_kind_its_section_or_the_home_page(project: Path) -> None:
    """Somebody who builds without having drawn any still has a picture everywhere."""
    assert shown(project, entity="heat")[0].endswith("/cause.en.png")
    assert shown(project, kind="index", entity="cause")[0].endswith("/cause.en.png")
    assert shown(project, kind="page", entity="about", section="about")[0].endswith("/home.en.png")


def test_without_any_picture_there_is_none(tmp_path: Path) -> None:
    """A build does not need them."""
    assert picture_of(site(tmp_path), META) is None


def test_a_picture_with_other_words_has_another_address(project: Path) -> None:
    """Whatever kept the old one for a day is not asked for it again."""
    before = picture_of(site(project), META | {"entity": "heat"})
    put(project, f"{FOLDER}/cause.en.png", "Causes. Everything that is known. Calves")

    assert before != picture_of(site(project), META | {"entity": "heat"})


def test_pictures_of_pages_are_kept_as_long_as_other_pictures() -> None:
    """They stand where hosts look for images."""
    parts = places(("id", "en"), ("css", "images", "js"))

    assert headers_for("/assets/images/share/pages/cause-salt.en.png", parts)["Cache-Control"] == A_DAY


def test_pictures_drawn_anew_are_no_new_version_of_what_phones_keep(project: Path) -> None:
    """Another browser draws other points; nobody should load every kept page again for that."""
    docs = project / "docs"
    before = version(docs, "")

    put(project, f"{OWN}/cause-salt.en.png", "Drawn by another browser")
    assert before == version(docs, "")
    (docs / "index.html").write_text("A page.", encoding="utf-8")
    assert before != version(docs, "")
