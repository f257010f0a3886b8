"""How long a page takes to read."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sehat.outputs.pieces import PageView

WORDS_PER_MINUTE = 180
"""Adults read about 240 words of easy text in a minute; worried readers and small screens take longer."""

ARTICLES = ("condition", "cause", "remedy", "examination", "finding", "page")
"""Templates of pages that are read from top to bottom."""

_MARKUP = re.compile(r"<sup.*?</sup>|<[^>]*>|&#?\w+;|\]\([^)]*\)")
_WORD = re.compile(r"\w+")
_SILENT = frozenset({"anchor", "href", "level", "style", "src", "call"})


def minutes(view: PageView) -> int:
    """Minutes for the page's text, rounded, at least one; 0 for pages that are not read from top to bottom."""
    if view.template not in ARTICLES:
        return 0
    words = sum(
        len(_WORD.findall(_MARKUP.sub(" ", text)))
        for part in (view.lede, view.emergency, view.sections, view.extra.get("body", ""))
        for text in _texts(part)
    )
    return max(1, round(words / WORDS_PER_MINUTE))


def _texts(value: Any) -> Iterator[str]:
    """Every text inside pieces of a page."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _SILENT:
                yield from _texts(getattr(value, field.name))
