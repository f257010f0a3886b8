"""The quick way to an edited page writes what the whole way writes."""

from pathlib import Path

import pytest

from sehat.model.kinds import KIND
from sehat.outputs.pages import pages
from sehat.publish.touched import PAGES, with_edit
from sehat.render import load
from tests.projects import edit, sample

CAUSE = "causes/tired-muscle.yaml"
SENTENCE = "The muscle works longer"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that a test may edit."""
    return sample(tmp_path / "project")


def test_an_edited_sentence_gives_the_pages_of_a_whole_rendering(project: Path) -> None:
    """Otherwise the page would change again a moment later."""
    before = load(project)
    edit(project, CAUSE, SENTENCE, "The muscle toils longer")

    found = with_edit(before, f"content/{CAUSE}")

    assert found is not None
    everything = load(project)
    whole = {each.path: each.content for edition in everything.editions.values() for each in pages(edition)}
    assert len(found.pages) == 2
    assert {each.path: whole[each.path] for each in found.pages} == {each.path: each.content for each in found.pages}
    assert any(b"The muscle toils longer" in each.content for each in found.pages)
    assert not found.elsewhere


def test_an_edited_summary_shows_on_its_page_and_later_in_lists(project: Path) -> None:
    """The editor sees the page at once; the browser is told again when the lists have followed."""
    before = load(project)
    edit(project, CAUSE, "en: A tired muscle may cramp.", "en: A weary muscle may cramp.")

    found = with_edit(before, f"content/{CAUSE}")

    assert found is not None
    assert found.elsewhere
    assert any(b"A weary muscle may cramp." in each.content for each in found.pages)


def test_every_kind_of_entity_has_the_quick_way(project: Path) -> None:
    """A kind that is missing here would be slow to edit without anybody noticing."""
    loaded = load(project)
    assert loaded.library is not None
    files = {
        kind: f"content/{KIND[kind].folder}/{path.name}"
        for kind in PAGES
        for path in (project / "content" / KIND[kind].folder).glob("*.yaml")
    }

    assert PAGES.keys() == files.keys()
    assert [] == [kind for kind, file in files.items() if with_edit(loaded, file) is None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en: Tired muscle", "en: Weary muscle"),
        ("title:", "titel:"),
        (f"{SENTENCE} than usual.", f'"{SENTENCE} than usual.'),
    ],
)
def test_another_address_or_a_mistake_takes_the_whole_way(project: Path, old: str, new: str) -> None:
    """Other pages link to the address, which is made from the title here; a mistake needs every check."""
    before = load(project)
    edit(project, CAUSE, old, new)

    assert with_edit(before, f"content/{CAUSE}") is None
