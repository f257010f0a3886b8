"""Pages that come, go or change, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sehat.addresses import ENTITY_KINDS, PageEntry, SiteMap
from sehat.checks.parts import parts
from sehat.model.library import Library
from sehat.reading.po_places import LEDGER, Place, places


@dataclass(frozen=True)
class Change:
    """Words of a page in one language: what stood there, what stands there now; one of them may be empty."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class PageChange:
    """A file whose words changed in one language. `state` is added, removed or changed."""

    file: str
    title: str
    url: str
    state: str
    changes: tuple[Change, ...]


def page_changes(before: Library, after: Library, locale: str) -> Iterator[PageChange]:
    """The files of which readers see other words in this language, in order."""
    old, new = _by_file(before, locale), _by_file(after, locale)
    urls: dict[str, PageEntry] = {}
    for library in (before, after):
        for page in SiteMap(library).pages:
            if page.kind in ("home", "page"):
                urls[f"content/pages/{page.entity}.{locale}.md"] = page
            elif page.kind in ENTITY_KINDS:
                urls[page.file] = page
    for file in sorted(old.keys() | new.keys()):
        if old.get(file) == new.get(file) or file == LEDGER:
            continue
        shown = urls.get(file)
        state = "added" if file not in old else "removed" if file not in new else "changed"
        changes = tuple(_changes(old.get(file, ()), new.get(file, ())))
        yield PageChange(
            file,
            shown.title[locale] if shown else "",
            shown.url[locale] if shown else "",
            state,
            changes,
        )


Said = tuple[str, str]


def _by_file(library: Library, locale: str) -> dict[str, tuple[Said, ...]]:
    """Every field with its words, in order of the file."""
    found: dict[str, list[Said]] = {}
    for place in places(parts(library)):
        found.setdefault(place.file, []).append((_field(place), place.words(locale)))
    for by_locale in library.prose.values():
        if locale in by_locale:
            page = by_locale[locale]
            said = [("title", page.title), ("summary", page.summary)]
            said += [("text", line.strip()) for line in page.body.split("\n") if line.strip()]
            found[page.file] = said
    return {file: tuple(said) for file, said in found.items()}


def _field(place: Place) -> str:
    return ", ".join(str(part) for part in place.path if isinstance(part, str)) or "text"


def _changes(old: Sequence[Said], new: Sequence[Said]) -> Iterator[Change]:
    if sorted(old) == sorted(new):
        yield Change("order", "", "")
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = list(old[i:j]), list(new[k:m])
        while gone and come and gone[0][0] == come[0][0]:
            field, words = gone.pop(0)
            yield Change(field, words, come.pop(0)[1])
        yield from (Change(field, words, "") for field, words in gone)
        yield from (Change(field, "", words) for field, words in come)
