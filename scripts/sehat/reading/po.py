"""Translators' files: PO with a context for each text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileParser

from sehat.language.plurals import plural_header
from sehat.language.po_lines import line_problems
from sehat.problems import Problem

FOLDER = "content/translations"
RULE = "translations"


@dataclass(frozen=True)
class Entry:
    """One message of a translator's file. `notes` are the translator's own remarks."""

    context: str
    source: str
    words: str = ""
    about: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fuzzy: bool = False


@dataclass
class PoFile:
    """A translator's file: its opening remarks and its entries, in order."""

    locale: str
    opening: tuple[str, ...] = ()
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)


def po_file_name(locale: str) -> str:
    """Where the translations of a language stand."""
    return f"{FOLDER}/{locale}.po"


def po_text(file: PoFile) -> str:
    """The text of a translator's file."""
    lines = [*(f"# {line}".rstrip() for line in file.opening)]
    lines += [
        'msgid ""',
        'msgstr ""',
        f'"Language: {file.locale}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {plural_header(file.locale)}\\n"',
        "",
    ]
    for entry in file.entries.values():
        lines += [f"# {line}".rstrip() for line in entry.notes]
        lines += [f"#. {line}" for line in entry.about]
        lines += [f"#: {' '.join(entry.references)}"]
        lines += ["#, fuzzy"] if entry.fuzzy else []
        lines += [
            f"msgctxt {_quoted(entry.context)}",
            f"msgid {_quoted(entry.source)}",
            f"msgstr {_quoted(entry.words)}",
        ]
        lines.append("")
    return "\n".join(lines)


def read_po(text: str, locale: str, file: str) -> tuple[PoFile | None, list[Problem]]:
    """A translator's file, or why it cannot be read."""
    problems = [replace(each, rule=RULE) for each in line_problems(text, file)]
    if problems:
        return None, problems
    catalog = Catalog(charset="utf-8")
    parser = PoFileParser(catalog, abort_invalid=True)
    try:
        parser.parse(text.split("\n"))
    except Exception as error:  # Babel raises whatever the damage leads to.
        line = getattr(error, "lineno", parser.offset) + 1
        return None, [_unreadable(file, line)]
    opening = tuple(line[1:].strip() for line in text.partition("msgid")[0].splitlines() if line.startswith("#"))
    made = PoFile(locale, opening)
    for message in catalog:
        if message.id:
            entry = _entry(message)
            made.entries[(entry.context, entry.source)] = entry
    return made, []


def by_place(file: PoFile) -> Mapping[tuple[str, str], str]:
    """The finished words of a file by context and source; doubtful and empty ones are left out."""
    return {key: entry.words for key, entry in file.entries.items() if entry.words and not entry.fuzzy}


def _entry(message: BabelMessage) -> Entry:
    return Entry(
        message.context or "",
        str(message.id),
        str(message.string or ""),
        tuple(message.auto_comments),
        tuple(path for path, _ in message.locations),
        tuple(message.user_comments),
        message.fuzzy,
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _unreadable(file: str, line: int) -> Problem:
    return Problem(
        file,
        line,
        1,
        "error",
        RULE,
        {
            "en": "This entry, or the one before it, cannot be read. Compare it with the entries around it.",
            "id": "Entri ini atau yang sebelumnya tidak dapat dibaca. Bandingkan dengan entri di sekitarnya.",
        },
    )
