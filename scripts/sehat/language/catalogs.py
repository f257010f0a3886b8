"""The interface's words: PO files read with Babel, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser
from babel.support import Translations

from sehat.language.po_lines import line_problems, plural_line
from sehat.language.po_words import message_problems, problem
from sehat.language.plurals import plural_header
from sehat.problems import Problem

Key = tuple[str, str | None]
FOLDER = "content/interface"
ENGLISH = "en"


def read_interface(
    root: Path, published: Iterable[str], drafts: Iterable[str] = ()
) -> tuple[dict[str, Translations], list[Problem]]:
    """The interface's words per locale, and what is wrong with the PO files below `root`.

    A word that is missing comes out in English, which is how it is written in code and templates. Published locales
    must have every word that the English file lists; drafts may miss some, or their whole file.
    """
    bundles: dict[str, Translations] = {}
    problems: list[Problem] = []
    required = _required(root)
    publish = tuple(published)
    for locale in (*publish, *drafts):
        file = f"{FOLDER}/{locale}.po"
        catalog, found = _read_file(root / file, locale, file, missing_matters=locale in publish)
        bundles[locale] = translations(catalog)
        problems += found
        if catalog is not None:
            complete = locale in publish and locale != ENGLISH
            problems += message_problems(catalog, file, complete=complete)
            problems += _absent(required, catalog, file) if complete else ()
    return bundles, problems


def read_catalog(text: str, locale: str, file: str) -> tuple[Catalog | None, list[Problem]]:
    """The catalog that a PO file holds, and what is wrong with the file; None when it cannot be read."""
    problems = list(line_problems(text, file))
    if problems:
        return None, problems
    catalog = Catalog(charset="utf-8")
    parser = PoFileParser(catalog, abort_invalid=True)
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
    return catalog, list(_header_problems(text, locale, file))


def translations(catalog: Catalog | None) -> Translations:
    """What gettext and Jinja ask for words; English for every word that is missing or doubtful (fuzzy)."""
    if catalog is None:
        return Translations()
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(fp=compiled)


def message_key(message: Message) -> Key:
    """What identifies a word: its English (singular) text and its context."""
    return (message.id[0] if isinstance(message.id, tuple) else message.id, message.context)


def words_of(catalog: Catalog) -> Mapping[Key, Message]:
    """The words of a catalog, without its header, by key."""
    return {message_key(message): message for message in catalog if message.id}


def _required(root: Path) -> Mapping[Key, Message]:
    catalog, _ = _read_file(root / FOLDER / f"{ENGLISH}.po", ENGLISH, "", missing_matters=False)
    return words_of(catalog) if catalog else {}


def _read_file(path: Path, locale: str, file: str, *, missing_matters: bool) -> tuple[Catalog | None, list[Problem]]:
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
    return read_catalog(text, locale, file)


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


def _absent(required: Mapping[Key, Message], catalog: Catalog, file: str) -> Iterator[Problem]:
    present = words_of(catalog)
    for key in required:
        if key not in present:
            yield problem(
                file,
                1,
                f'"{key[0]}" is missing. Run "./run interface" and translate it.',
                f'"{key[0]}" belum ada. Jalankan "./run interface" lalu terjemahkan.',
            )
