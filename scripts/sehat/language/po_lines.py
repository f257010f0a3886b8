"""The lines of a PO file, read strictly: Babel forgives damage that would lose words without a trace."""

import re
from collections.abc import Iterator

from sehat.language.po_words import problem
from sehat.problems import Problem
from sehat.safe_text.hidden import HIDDEN

_STRING = r'"(?:[^"\\]|\\[\\"ntr])*"'
_LINE = re.compile(rf"(?:#.*|(?:(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?) )?(?P<string>{_STRING}))?")
_HEADER = re.compile(r'(?:^|\n)msgid ""\nmsgstr')
_PLURAL = re.compile(r'^"Plural-Forms: (?P<rule>.*?)(?:\\n)?"$')
_CHARSET = re.compile(r"charset=(?!utf-?8\b)([\w-]+)", re.IGNORECASE)


def line_problems(text: str, file: str) -> Iterator[Problem]:
    """Lines that are no PO, characters that nobody sees, another encoding, a missing header, and words written twice."""
    if not _HEADER.search(text):
        yield problem(
            file,
            1,
            'The file must begin with its header, an entry with an empty msgid. Run "./run interface" to write it.',
            'Berkas harus diawali kepala, yaitu entri dengan msgid kosong. Jalankan "./run interface" untuk menulisnya.',
        )
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not _LINE.fullmatch(line):
            yield problem(
                file,
                number,
                'This line is not a comment, a msgid or msgstr, or text between two quotation marks (inside: \\"). '
                "Correct it.",
                'Baris ini bukan komentar, msgid, msgstr, atau teks di antara dua tanda kutip (di dalamnya: \\"). '
                "Betulkan.",
            )
        elif HIDDEN.search(line):
            yield problem(
                file,
                number,
                "There is a hidden character on this line. Delete it and type the text again.",
                "Ada karakter tersembunyi di baris ini. Hapus lalu ketik ulang teksnya.",
            )
        elif line.startswith('"Content-Type:') and _CHARSET.search(line):
            yield problem(
                file,
                number,
                "The header names another encoding than UTF-8. Write charset=utf-8 and save the file as UTF-8.",
                "Kepala berkas menyebut pengodean selain UTF-8. Tulis charset=utf-8 dan simpan berkas sebagai UTF-8.",
            )
    yield from _written_twice(text, file)


def _written_twice(text: str, file: str) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for number, context, words in _entries(text):
        key = (context, words)
        if key in first:
            yield problem(
                file,
                number,
                f'"{words}" is written twice; the first one is on line {first[key]}. Keep one of them.',
                f'"{words}" tertulis dua kali; yang pertama di baris {first[key]}. Sisakan satu saja.',
            )
        first.setdefault(key, number)


def _entries(text: str) -> Iterator[tuple[int, str, str]]:
    """The line, context and English words of every entry."""
    context, words, keyword, start = "", "", "", 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line.strip())
        if not match or not match["string"]:
            continue
        if match["keyword"]:
            keyword = match["keyword"]
        part = match["string"][1:-1]
        if keyword == "msgctxt":
            context = part if match["keyword"] else context + part
        elif keyword == "msgid":
            words, start = (part, number) if match["keyword"] else (words + part, start)
        elif keyword in ("msgstr", "msgstr[0]") and match["keyword"]:
            yield start, context, words
            context = ""


def plural_line(text: str) -> tuple[int, str]:
    """The line of the plural rule, and the rule; line 1 and nothing when there is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := _PLURAL.match(line.strip()):
            return number, match["rule"].strip()
    return 1, ""
