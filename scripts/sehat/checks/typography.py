"""Quotation marks are curved, and spaces stand once and only where they belong."""

import re
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import line_problem, problem, prose_lines, wordings
from sehat.model.library import Library
from sehat.problems import Problem

RULES = (
    (
        re.compile('"'),
        "A straight quotation mark stands here. Use the curved ones: “ and ”.",
        "Ada tanda kutip lurus di sini. Pakai yang melengkung: “ dan ”.",
    ),
    (
        re.compile("'"),
        "A straight apostrophe stands here. Use the curved one: ’.",
        "Ada tanda petik lurus di sini. Pakai yang melengkung: ’.",
    ),
    (re.compile(r"\S {2,}\S"), "Two spaces stand in a row. Keep one.", "Ada dua spasi berurutan. Sisakan satu."),
    (
        re.compile(r"^\s|\s$"),
        "A space stands at the start or end. Delete it.",
        "Ada spasi di awal atau di akhir. Hapus.",
    ),
    (
        re.compile(r"\w [,;:.?!](?:\s|$)"),
        "A space stands before a punctuation mark. Delete it.",
        "Ada spasi sebelum tanda baca. Hapus.",
    ),
    (
        re.compile(r"\.\.\."),
        "Three full stops stand here. Use one sign: ….",
        "Ada tiga titik di sini. Pakai satu tanda: ….",
    ),
)


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each straight quotation mark and stray space."""
    for file, path, _, words in wordings(library):
        spoken = "also_called" in path or "forms" in path
        for en, id in _found(words, quotes=not spoken):
            yield problem(library, file, path, "typography", en=en, id=id)
    for file, line, _, words in prose_lines(library):
        # Two spaces at the start of a line nest a list.
        for en, id in _found(_without_addresses(words).strip()):
            yield line_problem(file, line, "typography", en=en, id=id)


def _found(words: str, *, quotes: bool = True) -> Iterator[tuple[str, str]]:
    for pattern, en, id in RULES if quotes else RULES[2:]:
        if pattern.search(words):
            yield en, id


def _without_addresses(words: str) -> str:
    return re.sub(r"\]\([^)]*\)|`[^`]*`", "]", words)
