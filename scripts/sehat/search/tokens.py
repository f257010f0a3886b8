"""Text as plain words: lower case, without accents, apostrophes and drawn-out letters."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile("['’‘ʼ`´]")
WORD = re.compile(r"[^\W_]+")
DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
DOUBLED = re.compile(r"^([^\W\d_]{2,})2([^\W\d_]*)$")


def tokens(text: str) -> list[str]:
    """The words of a text; a word said twice in a row counts once (`kram-kram`, `kedut2`).

    Its twin is `tokens` in `engine.mjs`.
    """
    plain = text.lower()
    if not plain.isascii():
        plain = "".join(each for each in unicodedata.normalize("NFKD", plain) if unicodedata.category(each)[0] != "M")
    words: list[str] = []
    for word in WORD.findall(APOSTROPHES.sub("", plain)):
        short = _short(word)
        if not words or words[-1] != short:
            words.append(short)
    return words


@lru_cache(maxsize=2**16)
def _short(word: str) -> str:
    """A word without drawn-out letters, and without the 2 that says it is doubled."""
    return DOUBLED.sub(r"\1\2", DRAWN_OUT.sub(r"\1", word))
