"""A list names each thing once, and says each thing once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from sehat.checks.parts import problem, walked
from sehat.model.library import Library
from sehat.model.statement import Statement
from sehat.problems import Problem

NAMING = ("finding", "when", "code", "option", "number")
"""Fields that say what an item is about."""


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each item that stands in a list a second time."""
    for file, path, node in walked(library):
        if not isinstance(node, BaseModel):
            continue
        for field in type(node).model_fields:
            member = getattr(node, field)
            if not isinstance(member, tuple):
                continue
            seen: set[Any] = set()
            for number, item in enumerate(member):
                key = _key(item)
                if key in seen:
                    yield problem(
                        library,
                        file,
                        (*path, field, number),
                        "repeated",
                        en=f'This stands twice in "{field}". Keep one.',
                        id=f'Ini tertulis dua kali di "{field}". Sisakan satu.',
                    )
                seen.add(key)


def _key(item: Any) -> Any:
    """What makes an item the same as another: its words, what it names, or itself."""
    if isinstance(item, Statement):
        return item.text
    return next((getattr(item, name) for name in NAMING if hasattr(item, name)), item)
