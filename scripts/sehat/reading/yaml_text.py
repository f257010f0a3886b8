"""YAML as editors typed it: every scalar stays text, every value knows its line.

Built from PyYAML's C events. Anchors, aliases, tags, merge keys, folded text, a second document and deep
nesting are refused, so a file means what it seems to mean and cannot grow in memory.
"""

import re
from typing import Any

import yaml

from sehat.problems import Problem
from sehat.reading.indentation import first_out_of_line
from sehat.reading.marks import Mark, Marks, Path
from sehat.safe_text.hidden import HIDDEN

MAX_DEPTH = 40
MAX_CHARACTERS = 1_000_000
PROBLEMS_PER_FILE = 50

REFUSED = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|" + HIDDEN.pattern)
"""One character that an editor cannot see: hidden ones, and line breaks that are not `\\n`."""

CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")


class Scalar(str):
    """Text of a file that remembers whether it was quoted."""

    __slots__ = ("quoted",)
    quoted: bool

    def __new__(cls, value: str, quoted: bool) -> "Scalar":
        """The text `value`; `quoted` when it stood between quotes or in a literal block."""
        text = super().__new__(cls, value)
        text.quoted = quoted
        return text


class _Refused(Exception):
    """A construct after which the file cannot be read on."""


class _Builder:
    def __init__(self, file: str) -> None:
        self.marks = Marks(file)
        self.problems: list[Problem] = []

    def problem(self, mark: Mark, en: str, id: str, rule: str = "yaml") -> None:
        if len(self.problems) < PROBLEMS_PER_FILE:
            self.problems.append(Problem(self.marks.file, mark.line, mark.column, "error", rule, {"id": id, "en": en}))

    def build(self, text: str) -> Any:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problem(
                        _mark(event),
                        'There is a second document here, begun by "---". Keep one document per file.',
                        'Di sini mulai dokumen kedua karena "---". Pakai satu dokumen saja per berkas.',
                    )
                    raise _Refused
            elif isinstance(event, yaml.NodeEvent):
                data = self.node(event, events, (), 0)
        return data

    def node(self, event: Any, events: Any, path: Path, depth: int) -> Any:
        mark = _mark(event)
        self.marks.values[path] = mark
        if isinstance(event, yaml.AliasEvent):
            self.problem(
                mark,
                f'"*{event.anchor}" copies another place of the file. Write the words out.',
                f'"*{event.anchor}" menyalin bagian lain berkas. Tulis lengkap kata-katanya.',
            )
            raise _Refused
        if event.anchor:
            self.problem(
                mark,
                f'"&{event.anchor}" is a name tag of YAML that this project does not use. '
                "Remove it, or put the text between quotes.",
                f'"&{event.anchor}" adalah penanda YAML yang tidak dipakai di sini. '
                "Hapus, atau tulis teksnya di antara tanda kutip.",
            )
        if event.tag:
            self.problem(
                mark,
                f'"{_short_tag(event.tag)}" is a type tag of YAML that this project does not use. '
                "Remove it, or put the text between quotes.",
                f'"{_short_tag(event.tag)}" adalah penanda jenis YAML yang tidak dipakai di sini. '
                "Hapus, atau tulis teksnya di antara tanda kutip.",
            )
        if depth > MAX_DEPTH:
            self.problem(
                mark,
                f"This is nested more than {MAX_DEPTH} levels deep. Check the indentation.",
                f"Susunannya lebih dari {MAX_DEPTH} tingkat. Periksa lekuk barisnya.",
            )
            raise _Refused
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path, depth)
        return self.mapping(events, path, depth)

    def scalar(self, event: Any, mark: Mark) -> Scalar | None:
        plain = event.style is None or event.style == ""
        if event.style == ">":
            self.problem(
                mark,
                'Text after ">" loses its line numbers. Write it on one line.',
                'Teks sesudah ">" kehilangan nomor barisnya. Tulis dalam satu baris.',
            )
        if plain and event.value in ("", "~", "null"):
            return None
        if event.style not in (">", "|") and event.end_mark.line > event.start_mark.line:
            self.several_lines(event, mark, plain)
        hidden = REFUSED.search(event.value)
        if hidden:
            self.hidden(mark, hidden.group())
        return Scalar(event.value, not plain)

    def several_lines(self, event: Any, mark: Mark, plain: bool) -> None:
        if plain:
            self.problem(
                Mark(mark.line + 1, 1),
                "This line is read as part of the text above it. Check its indentation and its dash, "
                "or write the text on one line.",
                "Baris ini terbaca sebagai sambungan teks di atasnya. Periksa lekuk dan tanda strip-nya, "
                "atau tulis teksnya dalam satu baris.",
            )
        else:
            last = event.end_mark.line + 1
            self.problem(
                mark,
                f"A quotation mark opens here and closes on line {last}. Close it on this line, or remove it.",
                f"Tanda kutip dibuka di sini dan baru ditutup di baris {last}. Tutup di baris ini, atau hapus.",
            )

    def hidden(self, mark: Mark, character: str) -> None:
        code = f"U+{ord(character):04X}"
        self.problem(
            mark,
            f"There is a hidden character here ({code}). Delete it and type the text again.",
            f"Ada karakter tersembunyi di sini ({code}). Hapus lalu ketik ulang teksnya.",
            "hidden-characters",
        )

    def sequence(self, events: Any, path: Path, depth: int) -> tuple[Any, ...]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, (*path, len(items)), depth + 1))
        return tuple(items)

    def mapping(self, events: Any, path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            mark = _mark(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.problem(
                    mark,
                    "A name must stand here, followed by a colon. Check the indentation and the quotes.",
                    "Di sini harus ada nama yang diikuti titik dua. Periksa lekuk baris dan tanda kutipnya.",
                )
                raise _Refused
            key = event.value
            if key == "<<" or event.anchor or event.tag:
                self.problem(
                    mark,
                    "This shorthand of YAML is not used here. Write the words out.",
                    "Singkatan YAML ini tidak dipakai di sini. Tulis lengkap kata-katanya.",
                )
                raise _Refused
            hidden = REFUSED.search(key)
            if hidden:
                self.hidden(mark, hidden.group())
            at = (*path, key)
            if key in data:
                first = self.marks.keys[at]
                for here, there in ((first, mark), (mark, first)):
                    self.problem(
                        here,
                        f'"{key}" is written twice; the other one is on line {there.line}. Keep one of them.',
                        f'"{key}" tertulis dua kali; yang lain di baris {there.line}. Sisakan satu saja.',
                        "written-twice",
                    )
                at = (*path, f"{key}\0{mark.line}")
                self.node(next(events), events, at, depth + 1)
                continue
            self.marks.keys[at] = mark
            data[key] = self.node(next(events), events, at, depth + 1)
        return data


def read_yaml(text: str, file: str) -> tuple[Any, Marks, list[Problem]]:
    """The data of `text`, where each value stands, and what is wrong with it.

    Scalars are `Scalar` (text) or None when nothing or `null` was typed. With a problem that makes the rest of the
    file unreadable the data is None.
    """
    builder = _Builder(file)
    if not _plausible(text, builder):
        return None, builder.marks, builder.problems
    try:
        data = builder.build(text)
    except _Refused:
        data = None
    except yaml.YAMLError as error:
        data = None
        _explain(error, text, builder)
    except RecursionError:
        data = None
        builder.problem(
            Mark(1, 1),
            "This file is nested too deeply to be read. Check the indentation.",
            "Susunan berkas ini terlalu dalam untuk dibaca. Periksa lekuk barisnya.",
        )
    return data, builder.marks, builder.problems


def _plausible(text: str, builder: _Builder) -> bool:
    """Whether YAML should be tried at all; what stands in the way is reported at its line."""
    if len(text) > MAX_CHARACTERS:
        builder.problem(
            Mark(1, 1),
            f"This file has over {MAX_CHARACTERS} characters. Split it into smaller files.",
            f"Berkas ini lebih dari {MAX_CHARACTERS} karakter. Bagi menjadi beberapa berkas.",
        )
        return False
    if not text.strip():
        builder.problem(
            Mark(1, 1),
            "This file is empty. Fill it, or delete the file.",
            "Berkas ini kosong. Isi, atau hapus berkasnya.",
            "empty-file",
        )
        return False
    good = True
    for number, line in enumerate(text.split("\n"), 1):
        conflict = CONFLICT.match(line)
        if conflict:
            builder.problem(
                Mark(number, 1),
                "Two versions of this text were not merged. Choose one and delete the lines with <<<<<<<, ======= and >>>>>>>.",
                "Dua versi teks ini belum digabung. Pilih satu lalu hapus baris berisi <<<<<<<, =======, dan >>>>>>>.",
                "merge-conflict",
            )
            good = False
        tab = line.find("\t")
        if tab >= 0:
            builder.problem(
                Mark(number, tab + 1),
                "There is a tab character here. Use spaces instead.",
                "Ada karakter tab di sini. Ganti dengan spasi.",
                "tabs",
            )
            good = False
        hidden = REFUSED.search(line.replace("\t", "").rstrip("\r"))
        if hidden:
            builder.hidden(Mark(number, line.find(hidden.group()) + 1), hidden.group())
            good = False
    return good


def _explain(error: yaml.YAMLError, text: str, builder: _Builder) -> None:
    """One sentence for the syntax error that the parser met."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    detail = str(getattr(error, "problem", "") or error)
    lines = text.split("\n")
    line = min(line, len(lines))
    context = getattr(error, "context_mark", None)
    about = str(getattr(error, "context", ""))
    if "quoted scalar" in about and context:
        builder.problem(
            Mark(context.line + 1, context.column + 1),
            "A quotation mark opens here and is never closed. Close it, or remove it.",
            "Tanda kutip dibuka di sini tetapi tidak pernah ditutup. Tutup, atau hapus.",
        )
        return
    if context and ("simple key" in about or "flow" in about):
        line, column = context.line + 1, context.column + 1
    while line > 1 and not lines[line - 1].strip():
        line, column = line - 1, 1
    if "mapping values are not allowed" in detail:
        builder.problem(
            Mark(line, column),
            "There is a colon followed by a space inside this text. Put the whole text between quotes.",
            "Ada titik dua yang diikuti spasi di dalam teks ini. Tulis seluruh teks di antara tanda kutip.",
        )
    elif "could not find expected ':'" in detail:
        builder.problem(
            Mark(line, column),
            "A colon is missing at or just above this line. Write the name, a colon, a space, then the text.",
            "Titik dua hilang di baris ini atau tepat di atasnya. Tulis nama, titik dua, spasi, lalu teksnya.",
        )
    elif "flow" in about:
        builder.problem(
            Mark(line, column),
            "A bracket opens here and is never closed. Put the whole text between quotes, or remove the bracket.",
            "Tanda kurung dibuka di sini tetapi tidak pernah ditutup. Tulis teksnya di antara tanda kutip, "
            "atau hapus kurungnya.",
        )
    elif "did not find expected" in detail or "block" in detail:
        line, column = first_out_of_line(lines, line) or (line, column)
        builder.problem(
            Mark(line, column),
            "The indentation or a list dash does not fit here. Compare it with the lines above.",
            "Lekuk baris atau tanda strip tidak cocok di sini. Bandingkan dengan baris di atasnya.",
        )
    else:
        builder.problem(
            Mark(line, column),
            f"This line cannot be read as YAML ({detail}). Compare it with the lines above.",
            f"Baris ini tidak dapat dibaca sebagai YAML ({detail}). Bandingkan dengan baris di atasnya.",
        )


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
