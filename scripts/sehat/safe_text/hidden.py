"""Characters that a reader cannot see, and the one line that is left without them."""

import re

# Joiners spell words in Persian, Hindi and other scripts from Arabic to Vedic; anywhere else they only hide things.
_JOINER = "(?<![\u0600-\u1cff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1cff])"

HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"  # soft hyphen, fillers, selectors
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, and marks that turn the direction
    "\ufff0-\ufffc\ufdd0-\ufdef\ufffe\uffff"  # not characters
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff]|" + _JOINER  # halves, private use, invisible tags
)
"""One character that must never reach a page. Reading refuses it; here it is dropped, as a second line."""

_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")


def without_hidden(text: str) -> str:
    """`text` without the characters that a reader cannot see; every kind of line break stays."""
    return text if text.isascii() and text.isprintable() else HIDDEN.sub("", text)


def one_line(text: str) -> str:
    """`text` on one line, as a browser would show it: no hidden characters, one space between words, none around."""
    if not (text.isascii() and text.isprintable()):
        text = _BREAKS.sub(" ", HIDDEN.sub("", text))
    elif "  " in text:
        text = _BREAKS.sub(" ", text)
    return text.strip()
