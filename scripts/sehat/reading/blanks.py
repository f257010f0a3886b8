"""Blanks: places of a new file that wait for words."""

import re

BLANK = re.compile(r"\bTODO\b|…(?:isi|fill)\b[^…]*…")
"""`TODO`, and what `./run new` writes: `…isi (sebutan pembaca)…`."""


def blank(id: str, en: str = "") -> str:
    """A blank that says what belongs there, in Indonesian and, unless it stands beside Indonesian, in English."""
    hint = " / ".join(words.rstrip(".") for words in (id, en) if words)
    return f"…isi ({hint})…" if id else f"…fill ({hint})…"
