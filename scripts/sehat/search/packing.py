"""Numbers and sorted words as short text, which `engine.mjs` unpacks."""

import os
from collections.abc import Iterable, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
STEP = 32


def number(value: int) -> str:
    """A whole number from 0: five bits per character, least first; characters from the 33rd on are continued."""
    text = ""
    while value >= STEP:
        text += DIGITS[STEP + value % STEP]
        value //= STEP
    return text + DIGITS[value]


def numbers(values: Iterable[int]) -> str:
    """Whole numbers in a row."""
    return "".join(map(number, values))


def word_list(words: Sequence[str]) -> str:
    """Sorted words: how many letters each shares with the one before, and the rest of it, separated by spaces."""
    parts: list[str] = []
    before = ""
    for word in words:
        shared = min(len(os.path.commonprefix((before, word))), STEP - 1)
        parts.append(DIGITS[shared] + word[shared:])
        before = word
    return " ".join(parts)
