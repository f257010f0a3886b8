"""What an edit of one entity's words changes first: its own pages, known without reading and rendering all of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sehat.addresses import SiteMap
from sehat.files import OutputFile
from sehat.model.kinds import KINDS, Kind
from sehat.model.library import Library
from sehat.model.node import Entity
from sehat.model.relations import Relations
from sehat.model.statement import Statement
from sehat.model.text import Names, Text
from sehat.outputs.edition import Edition
from sehat.outputs.entity_pages import cause_page, condition_page, examination_page, finding_page, remedy_page
from sehat.outputs.list_pages import ordered
from sehat.outputs.pages import markdown_path, render
from sehat.outputs.pieces import PageView
from sehat.reading.entry import read_entry
from sehat.reading.library import ADAPTERS
from sehat.render import Loaded

PAGES: Mapping[str, Callable[..., PageView]] = {
    "condition": condition_page,
    "cause": cause_page,
    "remedy": remedy_page,
    "examination": examination_page,
    "finding": finding_page,
}


class Touched(NamedTuple):
    """The content with an edit, the edited entity's pages, and whether the edit shows on other pages too."""

    loaded: Loaded
    pages: list[OutputFile]
    elsewhere: bool


def with_edit(loaded: Loaded, file: str) -> Touched | None:
    """The content with the new version of `file` and the entity's pages; nothing when more than words changed.

    A title or a summary shows in lists too, which follow later. A changed address or reference, and a mistake, need
    everything to be read first.
    """
    library = loaded.library
    kind = next((kind for kind in KINDS if file.startswith(f"content/{kind.folder}/")), None)
    if library is None or kind is None or kind.name not in PAGES:
        return None
    slug = file.rpartition("/")[2].removesuffix(".yaml")
    old: Entity | None = getattr(library, kind.folder).get(slug)
    new, problems = read_entry(library.root, file, ADAPTERS[kind.name], kind.model, library.languages)
    if old is None or new is None or problems:
        return None
    changed = [value for name in type(old).model_fields if (value := getattr(new, name)) != getattr(old, name)]
    if not all(_statements(value) or isinstance(value, Text | Names | Statement) for value in changed):
        return None
    entities = getattr(library, kind.folder) | {slug: new.at(slug, file)}
    edited = replace(library, **{kind.folder: entities})
    editions = _editions(loaded, edited)
    before, after = (each.site_map.by_name.get((kind.name, slug)) for each in (_any(loaded.editions), _any(editions)))
    if before is None or after is None or before.url != after.url:
        return None
    pages = [_page(editions[code], kind, slug) for code in library.languages.published]
    elsewhere = not all(map(_statements, changed))
    return Touched(replace(loaded, library=edited, editions=editions), pages, elsewhere)


def _statements(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, Statement) for item in value)


def _any(editions: Mapping[str, Edition]) -> Edition:
    return next(iter(editions.values()))


def _editions(loaded: Loaded, library: Library) -> dict[str, Edition]:
    site_map, relations = SiteMap(library), Relations(library)
    return {
        code: replace(edition, library=library, site_map=site_map, relations=relations)
        for code, edition in loaded.editions.items()
    }


def _page(edition: Edition, kind: Kind, slug: str) -> OutputFile:
    """The page of an entity in one language, as `sehat.outputs.pages` writes it."""
    entries = [None, *ordered(edition, kind.name), None]
    here = next(index for index, entry in enumerate(entries) if entry is not None and entry.entity == slug)
    beside = (entries[here - 1], entries[here + 1])
    view = PAGES[kind.name](edition, getattr(edition.library, kind.folder)[slug], beside)
    return OutputFile(markdown_path(view.front["url"]), render(view, edition).encode("utf-8"))
