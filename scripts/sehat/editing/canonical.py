"""The one style of a content file: block style, the model's order, quotation marks only where YAML needs them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sehat.editing.shapes import is_table, is_unquoted, item_of, members

SIMPLE = re.compile(r"[0-9A-Za-z-]+")
"""A number, a date, true or false."""
INDICATOR = re.compile(r"""^[ \t,\[\]{}#&*!|>'"%@`]|^[?-](?:[ \t]|$)|:(?:[ \t]|$)|[ \t]#|[ \t]$""")
"""What YAML would not take for plain words."""

TYPED = re.compile(
    r"(?:~|[Nn]ull|NULL)?|[Tt]rue|TRUE|[Ff]alse|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN"
    r"|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+"
)
"""What YAML 1.2 takes for nothing, a truth value or a number. `yes`, `on`, dates and times are words there.

The web form quotes by the same rules (YAML 1.2), so that a saved file differs where the editor typed and nowhere else.
"""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def canonical(data: Any, shape: Any, locales: tuple[str, ...]) -> str:
    """The text of a file that holds `data`, as read from YAML, and is shaped like the model `shape`."""
    return "".join(f"{line}\n" for line in _block(data, shape, locales))


def _block(data: Any, shape: Any, locales: tuple[str, ...]) -> Iterator[str]:
    if isinstance(data, dict):
        known = members(shape, locales)
        inside = item_of(shape) if is_table(shape) else None
        for key in _ordered(data, known):
            yield from _entry(key, data[key], known.get(key, inside), locales)
    elif isinstance(data, tuple):
        for item in data:
            yield from _item(item, item_of(shape), locales)
    else:
        yield scalar(data, shape)


def _ordered(data: Mapping[str, Any], known: Mapping[str, Any]) -> list[str]:
    """Known names in the model's order, then what the model does not know, as it stands."""
    return [*(key for key in known if key in data), *(key for key in data if key not in known)]


def _entry(key: str, value: Any, shape: Any, locales: tuple[str, ...]) -> Iterator[str]:
    name = scalar(key, str)
    if isinstance(value, dict | tuple) and value:
        yield f"{name}:"
        yield from (f"  {line}" if line else "" for line in _block(value, shape, locales))
    elif isinstance(value, str) and _is_literal(value):
        yield f"{name}: {'|' if value.endswith(chr(10)) else '|-'}"
        yield from (f"  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{name}: {scalar(value, shape)}".rstrip(" ")


def _item(value: Any, shape: Any, locales: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, dict | tuple) and value:
        for number, line in enumerate(_block(value, shape, locales)):
            yield f"{'  ' if number else '- '}{line}" if line else ""
    else:
        yield f"- {scalar(value, shape)}".rstrip(" ")


def scalar(value: Any, shape: Any) -> str:
    """One value on one line."""
    if value is None:
        return ""
    if value == () or value == {}:
        return "[]" if value == () else "{}"
    words = str(value)
    if is_unquoted(shape) and SIMPLE.fullmatch(words):
        return words
    if "\n" in words or CONTROL.search(words):
        return json.dumps(words, ensure_ascii=False)
    if not INDICATOR.search(words) and not TYPED.fullmatch(words):
        return words
    if "'" in words and '"' not in words:
        return json.dumps(words, ensure_ascii=False)
    return "'" + words.replace("'", "''") + "'"


def _is_literal(words: str) -> bool:
    """Whether the words can stand as a block of lines below `|`."""
    lines = words.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and not words.endswith("\n\n")
        and not lines[0].startswith(" ")
        and bool(lines[0])
        and all(line.isprintable() and line == line.rstrip(" ") for line in lines)
    )
