"""A change of content as Markdown for a pull request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sehat.checks.stale import stale
from sehat.diffing.advice import AdviceChange, Result, advice_changes
from sehat.diffing.pages import Change, PageChange, page_changes
from sehat.diffing.searching import SearchChange, search_changes
from sehat.diffing.sources import SourceLoss, source_losses
from sehat.language.formats import own_name
from sehat.model.library import Library
from sehat.reading.lock import read_lock

MOST = 200
"""So many lines a part shows; a host cuts longer comments at a place of its own choice."""
STATES = {"added": "halaman baru / new page", "removed": "dihapus / removed", "changed": ""}


@dataclass(frozen=True)
class Differences:
    """Everything that differs for readers between two states of the content."""

    pages: dict[str, tuple[PageChange, ...]]
    advice: tuple[AdviceChange, ...]
    search: tuple[SearchChange, ...] | None
    stale: tuple[str, ...]
    sources: tuple[SourceLoss, ...]


def differences(before: Library, after: Library, *, with_search: bool = True) -> Differences:
    """What differs between two states."""
    moved = search_changes(before, after) if with_search else None
    return Differences(
        pages={code: tuple(page_changes(before, after, code)) for code in after.languages.published},
        advice=tuple(advice_changes(before, after)),
        search=None if moved is None else tuple(moved),
        stale=tuple(sorted(_stale(after) - _stale(before))),
        sources=tuple(source_losses(before, after, after.default_locale)),
    )


def _stale(library: Library) -> set[str]:
    pairs, _ = read_lock(library.root)
    found = set()
    for wording, number in stale(library, pairs):
        locale = library.languages.published[number]
        place = ", ".join(str(part) if isinstance(part, str) else f"item {part + 1}" for part in wording.path)
        found.add(f"`{wording.file}`{f' {place}' if place else ''}: `{locale}`")
    return found


def markdown(found: Differences) -> str:
    """The report; without differences one line says so."""
    lines = list(_lines(found))
    if not lines:
        return "Pembaca tidak akan melihat perubahan apa pun. Nothing changes for readers.\n"
    return "\n".join(["# Yang berubah bagi pembaca / What changes for readers", "", *lines]).rstrip("\n") + "\n"


def _lines(found: Differences) -> Iterator[str]:
    yield from _section("Hasil cek mandiri / Self-check results", map(_advice, found.advice))
    yield from _section("Sumber yang hilang / Sources lost", map(_source, found.sources))
    yield from _section(
        "Terjemahan yang menjadi usang / Translations made stale", (f"- {each}" for each in found.stale)
    )
    for locale, pages in found.pages.items():
        yield from _section(f"{own_name(locale)}: {len(pages)}", (line for page in pages for line in _page(page)))
    if found.search is not None:
        yield from _section("Pencarian yang bergeser / Search examples that move", map(_search, found.search))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if not listed:
        return
    yield f"## {title}"
    yield ""
    yield from listed[:MOST]
    if len(listed) > MOST:
        yield f"- … {len(listed) - MOST} lagi / more"
    yield ""


def _page(page: PageChange) -> Iterator[str]:
    state = f" ({STATES[page.state]})" if STATES[page.state] else ""
    yield f"- **{_inline(page.title) or '`' + page.file + '`'}**{f' `/{page.url}`' if page.url else ''}{state}"
    if page.state == "changed":
        yield from (f"  - {_change(each)}" for each in page.changes)


def _change(each: Change) -> str:
    if not each.before and not each.after:
        return "urutan lain / another order"
    if not each.after:
        return f"`{each.field}` − {_inline(each.before)}"
    if not each.before:
        return f"`{each.field}` + {_inline(each.after)}"
    return f"`{each.field}` ~~{_inline(each.before)}~~ → {_inline(each.after)}"


def _advice(each: AdviceChange) -> str:
    kind = "aturan / rule" if each.kind == "rule" else "contoh / example"
    if each.before is None or each.after is None:
        state = "baru / new" if each.before is None else "dihapus / removed"
        result = each.after or each.before
        return f"- {kind} `{each.name}`: {state}{f', {result.level}' if result else ''}"
    return f"- {kind} `{each.name}`: {'; '.join(_told(each.before, each.after))}"


def _told(before: Result, after: Result) -> Iterator[str]:
    if before.level != after.level:
        yield f"**{before.level} → {after.level}**"
    for name, old, new in (
        ("aturan / rules", before.rules, after.rules),
        ("penyebab / causes", before.causes, after.causes),
        ("solusi / remedies", before.remedies, after.remedies),
    ):
        if old != new:
            gone = [f"− {each}" for each in old if each not in new]
            come = [f"+ {each}" for each in new if each not in old]
            yield f"{name}: {', '.join([*gone, *come]) or 'urutan lain / another order'}"


def _search(each: SearchChange) -> str:
    def place(number: int) -> str:
        return str(number) if number else "–"

    return f"- `{each.locale}` “{_inline(each.query)}” ({each.page}): {place(each.before)} → {place(each.after)}"


def _source(each: SourceLoss) -> str:
    if not each.statement:
        return f"- `{each.file}` dihapus / removed"
    left = "tanpa sumber / no source left" if not each.left else f"sisa / left {each.left}"
    return f"- `{each.file}`: {', '.join(each.sources)} ({left}) – {_inline(each.statement)}"


def _inline(words: str) -> str:
    """Words that no Markdown can change, on one line."""
    escaped = "".join(f"\\{letter}" if letter in "\\`*_{}[]<>()#+!|~" else letter for letter in words)
    return " ".join(escaped.split())
