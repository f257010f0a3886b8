"""The library as checks see it: named parts of files, and problems at the place of a value."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Level, Problem
from sehat.reading.entry import marks_of
from sehat.reading.library import TABLES
from sehat.reading.marks import Marks

Part = tuple[str, Any]


def parts(library: Library) -> Iterator[Part]:
    """Every file of the library with the value it holds."""
    yield "content/site.yaml", library.site
    yield "content/safety-net.yaml", library.safety_net
    for entity in library.entities():
        yield entity.file, entity
    for name, (file, _) in TABLES.items():
        yield file, getattr(library, name)


def problem(library: Library, file: str, path: Path, rule: str, *, en: str, id: str, level: Level = "error") -> Problem:
    """A problem at the value at `path` of `file`."""
    mark = _marks(library.root, file).of(path)
    return Problem(file, mark.line, mark.column, level, rule, {"id": id, "en": en})


@lru_cache(maxsize=32)
def _marks(root: FilePath, file: str) -> Marks:
    return marks_of(root, file)
