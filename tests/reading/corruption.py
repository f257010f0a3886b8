"""Damage as it happens to content files: by slips at the keyboard, by tools, by transfers."""

import random
from collections.abc import Callable
from typing import NamedTuple


class Damage(NamedTuple):
    """What was done, the damaged bytes, and the first and last line (from 1) that it touched."""

    name: str
    raw: bytes
    first: int
    last: int


Lines = list[str]


def _deleted(lines: Lines, at: int, rng: random.Random) -> Lines:
    return lines[:at] + lines[at + 1 :]


def _duplicated(lines: Lines, at: int, rng: random.Random) -> Lines:
    return [*lines[: at + 1], lines[at], *lines[at + 1 :]]


def _swapped(lines: Lines, at: int, rng: random.Random) -> Lines:
    after = min(at + 1, len(lines) - 1)
    return [*lines[:at], lines[after], lines[at], *lines[after + 1 :]] if after > at else lines


def _truncated(lines: Lines, at: int, rng: random.Random) -> Lines:
    line = lines[at]
    kept = line[: rng.randrange(len(line) - len(line.lstrip()) + 1, len(line))] if len(line.strip()) > 1 else ""
    return [*lines[:at], kept.rstrip(), *lines[at + 1 :]]


def _cut_off(lines: Lines, at: int, rng: random.Random) -> Lines:
    return lines[: at + 1]


def _with(change: Callable[[str, random.Random], str]) -> Callable[[Lines, int, random.Random], Lines]:
    def damage(lines: Lines, at: int, rng: random.Random) -> Lines:
        return [*lines[:at], change(lines[at], rng), *lines[at + 1 :]]

    return damage


def _mistyped(line: str, rng: random.Random) -> str:
    places = [number for number, letter in enumerate(line) if letter.isalpha()]
    if not places:
        return line + "x"
    at = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return line[:at] + line[at + 1 :]
    if kind == 1:
        return line[:at] + line[at] + line[at:]
    if kind == 2:
        return line[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + line[at + 1 :]
    return line[:at] + line[at + 1 : at + 2] + line[at] + line[at + 2 :]


def _punctuation_mistyped(line: str, rng: random.Random) -> str:
    places = [number for number, letter in enumerate(line) if letter in ":-'\","]
    if not places:
        return line
    at = rng.choice(places)
    return line[:at] + rng.choice(["", ";", "::", " :", "- ", "'", '"']) + line[at + 1 :]


def _indented(line: str, rng: random.Random) -> str:
    return " " * rng.choice([1, 2, 3, 4]) + line


def _outdented(line: str, rng: random.Random) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    return line[rng.randrange(1, spaces + 1) :] if spaces else " " + line


def _value(line: str, before: str) -> str:
    head, colon, words = line.partition(": ")
    if colon:
        return f"{head}: {before}{words}"
    spaces = len(line) - len(line.lstrip(" -"))
    return line[:spaces] + before + line[spaces:]


def _open_quote(line: str, rng: random.Random) -> str:
    return _value(line, rng.choice("'\""))


def _alias(line: str, rng: random.Random) -> str:
    return _value(line, rng.choice(["*same ", "&same "]))


def _tag(line: str, rng: random.Random) -> str:
    return _value(line, rng.choice(["!!python/name:os.system ", "!!str ", "!secret ", "!!binary "]))


def _flow(line: str, rng: random.Random) -> str:
    return _value(line, rng.choice("[{|>%@`"))


def _wrong_reference(line: str, rng: random.Random) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    words = line.strip()
    if words.startswith("- ") and " " not in words[2:] and ":" not in words:
        return " " * spaces + words + rng.choice(["x", "-2", "s"])
    return _mistyped(line, rng)


def _hidden(line: str, rng: random.Random) -> str:
    at = rng.randrange(len(line) + 1)
    return line[:at] + rng.choice(["\0", "\x07", "\x1b", "\x85", "\u200b", "\u202e", "\ufeff", "\u2028"]) + line[at:]


def _tab(line: str, rng: random.Random) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    return "\t" + line.lstrip(" ") if spaces else line.replace(" ", "\t", 1) if " " in line else "\t" + line


def _merge_marker(line: str, rng: random.Random) -> str:
    return rng.choice(["<<<<<<< HEAD", "=======", ">>>>>>> fix-words"]) + "\n" + line


TEXT: dict[str, Callable[[Lines, int, random.Random], Lines]] = {
    "deleted": _deleted,
    "duplicated": _duplicated,
    "swapped": _swapped,
    "truncated": _truncated,
    "cut off": _cut_off,
    "mistyped": _with(_mistyped),
    "punctuation": _with(_punctuation_mistyped),
    "indented": _with(_indented),
    "outdented": _with(_outdented),
    "open quote": _with(_open_quote),
    "alias": _with(_alias),
    "tag": _with(_tag),
    "flow": _with(_flow),
    "wrong reference": _with(_wrong_reference),
    "control character": _with(_hidden),
    "tab": _with(_tab),
    "merge marker": _with(_merge_marker),
}
BYTES = ("latin-1", "utf-16", "broken byte", "NUL bytes")
KINDS = (*TEXT, *BYTES)


def damaged(text: str, kind: str, rng: random.Random) -> Damage:
    """The text with one damage of this kind."""
    lines = text.split("\n")[:-1]
    at = rng.randrange(len(lines))
    if kind in TEXT:
        after = TEXT[kind](lines, at, rng)
        last = at + 2 if kind in ("swapped", "duplicated", "merge marker") else at + 1
        if kind == "cut off":
            last = at + 1
        return Damage(kind, ("\n".join(after) + "\n").encode("utf-8", "surrogatepass"), at + 1, last)
    if kind == "utf-16":
        return Damage(kind, text.encode("utf-16"), 1, 1)
    middle = len(lines[at]) // 2
    head, tail = lines[at][:middle].encode(), lines[at][middle:].encode()
    extra = {"latin-1": "é".encode("latin-1"), "broken byte": b"\xe2\x80", "NUL bytes": b"\0\0"}[kind]
    raw = [each.encode() for each in lines]
    raw[at] = head + extra + tail
    return Damage(kind, b"\n".join(raw) + b"\n", at + 1, at + 1)
