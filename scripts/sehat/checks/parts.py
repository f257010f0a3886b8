"""The library as checks see it: named parts of files, the words in them, and problems at the place of a value."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from sehat.model.kinds import KINDS
from sehat.model.library import Library
from sehat.model.references import Path, nodes
from sehat.model.text import Names, Text
from sehat.problems import Level, Problem
from sehat.reading.blanks import BLANK
from sehat.reading.entry import marks_of
from sehat.reading.library import TABLES, files_of
from sehat.reading.marks import Marks
from sehat.reading.po_places import LEDGER as LEDGER

Part = tuple[str, Any]


@dataclass(frozen=True)
class Said:
    """A text that readers see, with the place where it stands."""

    file: str
    path: Path
    text: Text


def parts(library: Library) -> Iterator[Part]:
    """Every file of the library with the value it holds."""
    yield from files_of(library)


@lru_cache(maxsize=1)
def unread(library: Library) -> frozenset[str]:
    """The YAML files that are there but could not be read; their problems have been told."""
    read = {entity.file for entity in library.entities()}
    read |= {file for name, (file, _) in TABLES.items() if getattr(library, name)}
    files = {f"content/{kind.folder}/{slug}.yaml" for kind in KINDS for slug in library.known[kind.name]}
    files |= {file for file, _ in TABLES.values()}
    return frozenset(file for file in files - read if os.path.exists(f"{library.root}/{file}"))


@lru_cache(maxsize=1)
def walked(library: Library) -> tuple[tuple[str, Path, Any], ...]:
    """Every model and every text of the library, with its file and its path."""
    return tuple((file, path, node) for file, value in parts(library) for path, node in nodes(value))


@lru_cache(maxsize=1)
def said(library: Library) -> tuple[Said, ...]:
    """Every text that readers see; what still has a blank is left to the rule about blanks."""
    return tuple(
        Said(file, path, node)
        for file, path, node in walked(library)
        if type(node) is Text and file != LEDGER and not any(BLANK.search(words) for words in node.values())
    )


def wordings(library: Library) -> Iterator[tuple[str, Path, str, str]]:
    """Every wording in a YAML file that readers see: file, path, locale, words. Lists of names come one by one."""
    for each in said(library):
        for locale in library.languages.published:
            yield each.file, (*each.path, locale), locale, each.text[locale]
    for file, path, node in walked(library):
        if type(node) is Names:
            for locale in library.languages.published:
                for number, name in enumerate(node[locale]):
                    if not BLANK.search(name):
                        yield file, (*path, locale, number), locale, name


def prose_lines(library: Library) -> Iterator[tuple[str, int, str, str]]:
    """Every line of the pages in Markdown, their title and summary among them: file, line, locale, words."""
    for by_locale in library.prose.values():
        for locale, page in by_locale.items():
            lines = (library.root / page.file).read_text("utf-8-sig").splitlines()
            for number, line in enumerate(lines, 1):
                if number >= page.body_line:
                    yield page.file, number, locale, line
                elif line.startswith(("title:", "summary:")):
                    yield page.file, number, locale, line.partition(":")[2].strip()


def problem(
    library: Library,
    file: str,
    path: Path,
    rule: str,
    *,
    en: str,
    id: str,
    level: Level = "error",
    key: bool = False,
) -> Problem:
    """A problem at the value at `path` of `file`, or at its `key`."""
    marks = _marks_now(library.root, file)
    mark = marks.of_key(path) if key else marks.of(path)
    return Problem(file, mark.line, mark.column, level, rule, {"id": id, "en": en})


def line_problem(file: str, line: int, rule: str, *, en: str, id: str, level: Level = "error") -> Problem:
    """A problem at a line of a file."""
    return Problem(file, line, 1, level, rule, {"id": id, "en": en})


def _marks_now(root: FilePath, file: str) -> Marks:
    try:
        state = (root / file).stat()
    except OSError:
        return Marks(file)
    return _marks(root, file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _marks(root: FilePath, file: str, changed: int, size: int) -> Marks:
    return marks_of(root, file)
