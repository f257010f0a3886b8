"""The texts that a translator gets: everything readers see, with a context that does not move."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sehat.model.references import Path, nodes
from sehat.model.text import Names, Text

LEDGER = "content/facts.yaml"
ADDRESSES = frozenset(("address", "former_addresses"))
"""Parts of addresses are chosen when a language is published, not translated on the way."""
NAMES_JOIN = " | "
"""Between the names of a list, which a translator gets as one message."""


@dataclass(frozen=True)
class Place:
    """A text in every published language: where it stands, what it is, and its context in a PO file."""

    file: str
    path: Path
    context: str
    about: str
    text: Text | Names

    def words(self, locale: str) -> str:
        """The words in one language; a list of names as one line."""
        found = self.text[locale]
        return str(found) if isinstance(self.text, Text) else NAMES_JOIN.join(found)

    def value(self, words: str) -> str | tuple[str, ...]:
        """What the file holds for these words."""
        if isinstance(self.text, Text):
            return words
        return tuple(dict.fromkeys(name.strip() for name in words.split(NAMES_JOIN.strip()) if name.strip()))


def places(parts: Iterable[tuple[str, Any]]) -> Iterator[Place]:
    """Every text and every list of names of these files, but not the ledger of facts, which no reader sees."""
    for file, value in parts:
        if file == LEDGER:
            continue
        for path, node in nodes(value):
            if isinstance(node, Text | Names) and not ADDRESSES.intersection(path):
                yield Place(file, path, _context(file, path), _about(value, path), node)


def _context(file: str, path: Path) -> str:
    """The file and the names on the way; numbers of items are left out, so that adding one moves nothing."""
    return ":".join(
        (file.removeprefix("content/").removesuffix(".yaml"), *(str(each) for each in path if isinstance(each, str)))
    )


def _about(whole: Any, path: Path) -> str:
    """What the model says about the innermost field of a path."""
    about = ""
    value: Any = whole
    for part in path:
        fields = getattr(type(value), "model_fields", {})
        if isinstance(part, str) and part in fields:
            about = fields[part].description or about
            value = getattr(value, part)
        elif isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, tuple) and isinstance(part, int):
            value = value[part]
    return about
