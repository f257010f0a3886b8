"""Which line of a block of YAML does not line up with those above it."""

import re
from collections.abc import Sequence

OPENS = re.compile(r"^[^\s'\"#][^:]*:\s*$")
DASH = re.compile(r"-(?: |$)")
STEP = 2


def first_out_of_line(lines: Sequence[str], until: int) -> tuple[int, int] | None:
    """The first line (and column, both from 1) up to line `until` whose indentation fits nothing above it.

    The measure is the style of this project: two spaces for each level, list items one level below their name.
    """
    levels = {0}
    below: int | None = None
    for number, line in enumerate(lines[:until], 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent != below and indent not in levels:
            return number, indent + 1
        levels = {level for level in levels if level <= indent} | {indent}
        while DASH.match(words):
            words = words[2:].lstrip()
            indent += STEP
            levels.add(indent)
        below = indent + STEP if OPENS.match(words) else None
    return None
