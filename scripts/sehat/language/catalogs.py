"""The interface's words: PO files read with Babel, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser
from babel.support import Translations

from sehat.language.plurals import plural_header
from sehat.language.po_lines import line_problems, plural_line
from sehat.language.po_words import message_problems, problem
from sehat.problems import Problem

Key = tuple[str, str | None]
FOLDER = "content/interface"
ENGLISH = "en"


@dataclass(frozen=True)
class Catalog:
    """The words of the interface in one language; English where one is missing or doubtful (fuzzy)."""

    locale: str
    translations: Translations

    def gettext(self, message: str) -> str:
        """The words for `message`, which is their English form."""
        return str(self.translations.gettext(message))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The words for `count` things; the number itself is filled in by the caller."""
        return str(self.translations.ngettext(one, many, count))

    def pgettext(self, context: str, message: str) -> str:
        """The words for `message` where English uses the same words for two things."""
        return str(self.translations.pgettext(context, message))


def read_catalogs(
    root: Path, published: Iterable[str], drafts: Iterable[str] = ()
) -> tuple[dict[str, Catalog], list[Problem]]:
    """The interface's words per locale, and what is wrong with the PO files below `root`.

    Published locales must have every word that the English file lists; drafts may miss some, or their whole file.
    """
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    required = _required(root)
    publish = tuple(published)
    for locale in (*publish, *drafts):
        file = f"{FOLDER}/{locale}.po"
        messages, found = _read_file(root / file, locale, file, missing_matters=locale in publish)
        catalogs[locale] = catalog(messages, locale)
        problems += found
        if messages is not None:
            complete = locale in publish and locale != ENGLISH
            problems += message_problems(messages, file, complete=complete)
            problems += _absent(required, messages, file) if complete else ()
    return catalogs, problems


def catalog(messages: Messages | None, locale: str) -> Catalog:
    """The words that `messages` hold, in memory; English alone without any."""
    if messages is None:
        return Catalog(locale, Translations())
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Catalog(locale, Translations(fp=compiled))


def read_messages(text: str, locale: str, file: str) -> tuple[Messages | None, list[Problem]]:
    """The entries of a PO file, and what is wrong with the file; None when it cannot be read."""
    problems = list(line_problems(text, file))
    if problems:
        return None, problems
    messages = Messages(charset="utf-8")
    parser = PoFileParser(messages, abort_invalid=True)
    try:
        parser.parse(text.split("\n"))
    except Exception as error:  # Babel raises whatever the damage leads to.
        line = getattr(error, "lineno", parser.offset) + 1
        return None, [
            problem(
                file,
                line,
                "This entry, or the one before it, cannot be read. Compare it with the entries around it.",
                "Entri ini atau yang sebelumnya tidak dapat dibaca. Bandingkan dengan entri di sekitarnya.",
            )
        ]
    return messages, list(_header_problems(text, locale, file))


def message_key(message: Message) -> Key:
    """What identifies an entry: its English (singular) text and its context."""
    return (message.id if isinstance(message.id, str) else message.id[0], message.context)


def words_of(messages: Messages) -> Mapping[Key, Message]:
    """The entries without the header, by key."""
    return {message_key(message): message for message in messages if message.id}


def _required(root: Path) -> Mapping[Key, Message]:
    messages, _ = _read_file(root / FOLDER / f"{ENGLISH}.po", ENGLISH, "", missing_matters=False)
    return words_of(messages) if messages else {}


def _read_file(path: Path, locale: str, file: str, *, missing_matters: bool) -> tuple[Messages | None, list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        missing = problem(
            file,
            1,
            f'There are no interface words in "{locale}". Run "./run interface --add {locale}" and translate them.',
            f'Kata antarmuka "{locale}" belum ada. Jalankan "./run interface --add {locale}" lalu terjemahkan.',
        )
        return None, [missing] if missing_matters else []
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [
            problem(
                file,
                line,
                "This file is not stored as UTF-8. Save it again with the encoding UTF-8.",
                "Berkas ini tidak disimpan sebagai UTF-8. Simpan ulang dengan pengodean UTF-8.",
            )
        ]
    return read_messages(text, locale, file)


def _header_problems(text: str, locale: str, file: str) -> Iterator[Problem]:
    expected = plural_header(locale)
    line, found = plural_line(text)
    if found.replace(" ", "") != expected.replace(" ", ""):
        yield problem(
            file,
            line,
            f'The plural rule of "{locale}" must read "Plural-Forms: {expected}". Correct the header.',
            f'Aturan jamak "{locale}" harus berbunyi "Plural-Forms: {expected}". Betulkan kepala berkasnya.',
        )


def _absent(required: Mapping[Key, Message], messages: Messages, file: str) -> Iterator[Problem]:
    present = words_of(messages)
    for key in required:
        if key not in present:
            yield problem(
                file,
                1,
                f'"{key[0]}" is missing. Run "./run interface" and translate it.',
                f'"{key[0]}" belum ada. Jalankan "./run interface" lalu terjemahkan.',
            )
