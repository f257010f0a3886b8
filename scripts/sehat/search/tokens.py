"""Text as plain words: lower case, without accents, apostrophes and drawn-out letters."""

import re
import unicodedata

APOSTROPHES = re.compile("['’‘ʼ`´]")
WORD = re.compile(r"[^\W_]+")
DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
DOUBLED = re.compile(r"^([^\W\d_]{2,})2([^\W\d_]*)$")


def tokens(text: str) -> list[str]:
    """The words of a text; a word said twice in a row counts once (`kram-kram`, `kedut2`).

    Its twin is `tokens` in `engine.mjs`.
    """
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(each)[0] != "M"
    )
    words: list[str] = []
    for word in WORD.findall(APOSTROPHES.sub("", plain)):
        short = DOUBLED.sub(r"\1\2", DRAWN_OUT.sub(r"\1", word))
        if not words or words[-1] != short:
            words.append(short)
    return words
