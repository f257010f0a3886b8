"""Our own scripts and styles without what only their authors read: whole-line comments, blank lines, indentation.

Words of the code stay as they are, so a script of the site can be compared with its source line by line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("css", "js", "search", "self-check")
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{2,}")


def lean_files(assets: Path) -> Iterator[Path]:
    """The files below the site's `assets` that are written leaner."""
    for folder in FOLDERS:
        for ending in (".css", ".js", ".mjs"):
            yield from sorted((assets / folder).glob(f"*{ending}"))


def lean(text: str, ending: str) -> str:
    """The text of a script or style sheet; no line of it may stand inside a string that spans lines."""
    text = _BLOCK_COMMENT.sub("", text)
    if ending != ".css":
        text = _LINE_COMMENT.sub("", text)
    return _BLANK_LINES.sub("\n", _INDENTATION.sub("", text)).lstrip("\n")
