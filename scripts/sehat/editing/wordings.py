"""Texts whose languages must say the same, with the hash of each wording."""

from collections.abc import Iterator
from dataclasses import dataclass

from sehat.checks.parts import said
from sehat.model.library import Library, Prose
from sehat.model.references import Path
from sehat.reading.lock import Pair, wording_hash


@dataclass(frozen=True)
class Wording:
    """One text: where each language stands, and the hash of its words."""

    file: str
    path: Path
    hashes: Pair
    lines: tuple[tuple[str, int], ...] = ()
    """For pages in Markdown: file and line per language."""


def wordings(library: Library) -> Iterator[Wording]:
    """Every text that readers see in all published languages."""
    locales = library.languages.published
    for each in said(library):
        if each.path[-1:] != ("address",):
            yield Wording(each.file, each.path, tuple(wording_hash(each.text[code]) for code in locales))
    for by_locale in library.prose.values():
        if all(code in by_locale for code in locales):
            yield from _page([by_locale[code] for code in locales])


def _page(pages: list[Prose]) -> Iterator[Wording]:
    """The paragraphs of a page one by one, or the whole page while languages differ in their number."""
    for field in ("title", "summary"):
        yield Wording(
            pages[0].file,
            (),
            tuple(wording_hash(getattr(page, field)) for page in pages),
            tuple((page.file, 2) for page in pages),
        )
    blocks = [list(_paragraphs(page)) for page in pages]
    if len({len(each) for each in blocks}) > 1:
        blocks = [[(page.body_line, page.body)] for page in pages]
    for paragraph in zip(*blocks, strict=True):
        yield Wording(
            pages[0].file,
            (),
            tuple(wording_hash(words) for _, words in paragraph),
            tuple((page.file, line) for page, (line, _) in zip(pages, paragraph, strict=True)),
        )


def _paragraphs(page: Prose) -> Iterator[tuple[int, str]]:
    start, lines = page.body_line, list[str]()
    for number, line in enumerate([*page.body.split("\n"), ""], page.body_line):
        if line.strip():
            if not lines:
                start = number
            lines.append(line)
        elif lines:
            yield start, "\n".join(lines)
            lines = []
