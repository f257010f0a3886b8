"""The lines of a PO file, read strictly: Babel forgives damage that would lose words without a trace."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sehat.language.po_words import problem
from sehat.problems import Problem
from sehat.safe_text.hidden import HIDDEN

_STRING = r'"(?:[^"\\]|\\[\\"ntr])*"'
_LINE = re.compile(rf"(?:#.*|(?:(?P<keyword>msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?) )?(?P<string>{_STRING}))?")
_ENTRY = re.compile(r"(?:msgctxt )?msgid (?:msgstr|msgid_plural(?: msgstr\[[0-9]\])+)")
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
    yield from _entry_problems(text, file)


@dataclass
class _Entry:
    """The keywords of an entry in order, and the text behind each (the last, where one is repeated)."""

    line: int
    keywords: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def _entry_problems(text: str, file: str) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for entry in _entries(text):
        words = entry.texts.get("msgid", "")
        if not _ENTRY.fullmatch(" ".join(entry.keywords)):
            yield problem(
                file,
                entry.line,
                "This entry is not complete, or has parts twice. It needs one msgid and one msgstr, "
                "or msgid, msgid_plural, msgstr[0] and so on.",
                "Entri ini belum lengkap atau ada bagian yang ganda. Perlu satu msgid dan satu msgstr, "
                "atau msgid, msgid_plural, msgstr[0], dan seterusnya.",
            )
        elif (key := (entry.texts.get("msgctxt", ""), words)) in first:
            yield problem(
                file,
                entry.line,
                f'"{words}" is written twice; the first one is on line {first[key]}. Keep one of them.',
                f'"{words}" tertulis dua kali; yang pertama di baris {first[key]}. Sisakan satu saja.',
            )
        else:
            first[key] = entry.line


def _entries(text: str) -> Iterator[_Entry]:
    """The entries of a file, however damaged: each begins with a msgctxt, or with a msgid that follows none."""
    entry = _Entry(1)
    keyword = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line.strip())
        if not match or not match["string"]:
            continue
        keyword = match["keyword"] or keyword
        if match["keyword"]:
            if keyword == "msgctxt" or (keyword == "msgid" and entry.keywords != ["msgctxt"]):
                if entry.keywords:
                    yield entry
                entry = _Entry(number)
            entry.keywords.append(keyword)
            entry.texts[keyword] = ""
        entry.texts[keyword] = entry.texts.get(keyword, "") + match["string"][1:-1]
    if entry.keywords or entry.texts:
        yield entry


def plural_line(text: str) -> tuple[int, str]:
    """The line of the plural rule, and the rule; line 1 and nothing when there is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if match := _PLURAL.match(line.strip()):
            return number, match["rule"].strip()
    return 1, ""
