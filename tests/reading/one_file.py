"""Damaged content, one file at a time: what is reported, and whether the meaning changed."""

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from sehat.checks.run import run_checks
from sehat.editing.kinds_of_file import SINGLE, shape_of
from sehat.model.library import Library
from sehat.model.search import Search
from sehat.model.text import Names, Text
from sehat.problems import Problem
from sehat.reading.entry import read_entry
from sehat.reading.library import TABLES, read_library
from sehat.reading.lock import FILE as LOCK
from tests.reading.corruption import Damage


class Bench:
    """The real content, and a folder in which one file of it at a time is damaged."""

    def __init__(self, root: Path, folder: Path) -> None:
        reading = read_library(root)
        assert reading.library is not None
        self.whole: Library = reading.library
        self.folder = folder
        (folder / "content").mkdir(parents=True)
        shutil.copy(root / LOCK, folder / LOCK)
        # While a file cannot be read, checks that need the whole content are silent; here they would only cost time.
        self.unread = next(iter(self.whole.terms.values())).file
        self._empty(self.unread)
        self.values: dict[str, Any] = {entity.file: entity for entity in self.whole.entities()}
        for name, (file, _) in TABLES.items():
            if getattr(self.whole, name):
                self.values[file] = getattr(self.whole, name)
        self.files = sorted(self.values)
        self.text = {file: (root / file).read_text("utf-8") for file in self.files}
        self.adapters: dict[str, TypeAdapter[Any]] = {}
        self.usual: dict[str, set[tuple[str, str]]] = {}

    def read(self, file: str, raw: bytes) -> tuple[Any, list[Problem]]:
        """The damaged value, or None, with every problem of it that does not need the rest of the content."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        shape = shape_of(file)
        adapter = self.adapters.setdefault(file if file in SINGLE else file.rpartition("/")[0], TypeAdapter(shape))
        value, problems = read_entry(self.folder, file, adapter, shape, self.whole.languages)
        if value is not None:
            found = run_checks(self._library(file, value))
            problems = [*problems, *(each for each in found if each.file == file)]
        path.unlink()
        if file == self.unread:
            self._empty(file)
        return value, problems

    def _empty(self, file: str) -> None:
        (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / file).write_text("")

    def _library(self, file: str, value: Any) -> Library:
        """A library that holds this one value, and the names of everything else."""
        nothing: dict[str, Any] = {name: {} for name in (*_GROUPS, *TABLES)}
        nothing["facts"] = dict.fromkeys(self.whole.facts)
        nothing["levels"] = dict.fromkeys(self.whole.levels)
        nothing["groups"] = dict.fromkeys(self.whole.groups)
        if file in SINGLE:
            name = next(name for name, (path, _) in TABLES.items() if path == file)
            nothing[name] = value
        else:
            slug = Path(file).stem
            nothing[_group(file)] = {slug: value.at(slug, file)}
        return dataclasses.replace(self.whole, root=self.folder, prose={}, search=Search(), **nothing)

    def verdict(self, file: str, damage: Damage) -> str:
        """What became of the damage: a word, and where that is not well the reason."""
        if file not in self.usual:
            self.usual[file] = {
                (each.rule, each.message["en"]) for each in self.read(file, self.text[file].encode())[1]
            }
        value, problems = self.read(file, damage.raw)
        problems = [each for each in problems if (each.rule, each.message["en"]) not in self.usual[file]]
        first = damage.first - (damage.name in ("deleted", "cut off"))
        if any(first <= each.line <= damage.last + 1 for each in problems):
            return "reported"
        if damage.name == "deleted" and any(each.rule in ("missing-language", "missing-field") for each in problems):
            # Two lists became one. It is told below them, because nothing shows where the second began.
            return "reported below"
        if value is not None and value == self.values[file]:
            return "harmless"
        if value is None or any(each.level == "error" for each in problems):
            places = ", ".join(f"{each.line} {each.rule}: {each.message['en']}" for each in problems[:3])
            return f"MISPLACED: {places}"
        return hidden_change(self.values[file], value)


_GROUPS: dict[str, str] = dict.fromkeys(
    ("conditions", "causes", "remedies", "examinations", "findings", "sources", "terms"), ""
)


def _group(file: str) -> str:
    folder = file.split("/")[1]
    return "terms" if folder == "glossary" else folder


def hidden_change(before: Any, after: Any) -> str:
    """Why nobody but a reader can see the difference between two sound values, or that somebody should have."""
    old, new = (
        {path: leaf for path, leaf in leaves(value) if not {"also_called", "forms"} & set(path)}
        for value in (before, after)
    )
    changed = [path for path in old.keys() & new.keys() if old[path] != new[path]]
    if sorted(map(str, old.values())) == sorted(map(str, new.values())):
        return "another order or name"
    if old.keys() == new.keys() and all(isinstance(old[path], str) for path in changed):
        return "words"
    if len(new) < len(old):
        return "fewer entries"
    return f"MISSED: {[(path, old[path], new[path]) for path in changed][:3]}"


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every single value inside `value`, with its path."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from leaves(getattr(value, field), (*path, field))
    elif isinstance(value, Text | Names | dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif value is not None:
        yield path, value
