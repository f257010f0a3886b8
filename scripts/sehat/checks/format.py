"""A content file is written in the one style, so that a change shows as the lines that changed."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from sehat.checks.parts import line_problem, unread
from sehat.editing.formatting import formatted
from sehat.model.library import Library
from sehat.problems import Problem

END = "\0"


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem at the first line of each file that is written otherwise."""
    told = unread(library)
    for each in formatted(library.root, library.languages.all):
        if each.after is None or each.after == each.before or each.file in told:
            continue
        here, there = each.before.split("\n"), each.after.split("\n")
        pairs = enumerate(zip_longest(here, there, fillvalue=END), 1)
        number, (found, wanted) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
        en, id = _words(found, wanted, here)
        yield line_problem(each.file, min(number, len(here)), "format", en=en, id=id)


def _words(found: str, wanted: str, lines: list[str]) -> tuple[str, str]:
    run = ("or run ./run format", "atau jalankan ./run format")
    if not found.strip() or found == END or not wanted.strip() or wanted == END:
        return (
            f"An empty line stands here, or the last one is missing. Delete or add it, {run[0]}.",
            f"Ada baris kosong di sini, atau baris penutup hilang. Hapus atau tambahkan, {run[1]}.",
        )
    if found.rstrip() == wanted:
        return (
            f"This line ends in spaces. Delete them, {run[0]}.",
            f"Baris ini berakhir dengan spasi. Hapus, {run[1]}.",
        )
    if wanted in lines:
        return (
            f'Fields stand in a fixed order, and "{wanted.strip()}" comes first here. Move it, {run[0]}.',
            f'Urutan isian tetap, dan di sini "{wanted.strip()}" lebih dulu. Pindahkan, {run[1]}.',
        )
    return (
        f'This line is written in another style. Write it as "{wanted.strip()}", {run[0]}.',
        f'Baris ini ditulis dengan gaya lain. Tulis "{wanted.strip()}", {run[1]}.',
    )
