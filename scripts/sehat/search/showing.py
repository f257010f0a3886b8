"""What search shows of a page: title, address, beginning of the summary; in blocks of its own where pages are many."""

import re
import textwrap
from typing import Any

MANY_PAGES = 600
"""With more pages than this, what is only shown stands in files of `BLOCK` pages, loaded when it is shown."""

BLOCK = 32
DISPLAY = ("titles", "urls", "summaries")

LONGEST = 96
"""How many characters of a summary are shown."""


def in_short(summary: str) -> str:
    """The beginning of a summary: its first sentence, or as many words as fit."""
    first = re.split(r"(?<=[.!?]) ", summary, maxsplit=1)[0]
    return textwrap.shorten(first, LONGEST, placeholder=" …")


def block_size(pages: int) -> int:
    """How many pages a block has; 0 when the index shows everything itself."""
    return BLOCK if pages > MANY_PAGES else 0


def in_blocks(index: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A large index without what is only shown, and that in blocks; a small one as it is."""
    size = index["block"]
    if not size:
        return index, []
    count = len(index["titles"])
    blocks = [{name: index[name][at : at + size] for name in DISPLAY} for at in range(0, count, size)]
    return {**index, **{name: [] for name in DISPLAY}}, blocks
