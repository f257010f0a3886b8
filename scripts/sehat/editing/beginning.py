"""Files that begin something new: an entity, a page of prose, a language."""

from collections.abc import Iterator
from pathlib import Path

from sehat.editing.po_export import export
from sehat.editing.scaffold import scaffold
from sehat.files import OutputFile
from sehat.language.upkeep import upkeep
from sehat.model.kinds import KIND
from sehat.model.library import Library
from sehat.reading.blanks import blank
from sehat.reading.library import SLUG

PAGE = "page"
LOCALE = "locale"
KINDS_TO_BEGIN = (*KIND, PAGE, LOCALE)


class NotPossible(Exception):
    """Why nothing can begin under this name, in Indonesian and English."""


def beginning(root: Path, library: Library, kind: str, name: str) -> Iterator[OutputFile]:
    """The files that a new entity, page or language begins with."""
    if kind == LOCALE:
        yield from _locale(root, library, name)
        return
    if not SLUG.match(name):
        raise NotPossible(
            f'"{name}" must be lower-case words joined by hyphens, such as "calf-cramp".',
            f'"{name}" harus huruf kecil dengan tanda hubung, misalnya "calf-cramp".',
        )
    locales = library.languages.published
    if kind == PAGE:
        files = [OutputFile(f"content/pages/{name}.{code}.md", _page(name, code)) for code in locales]
    else:
        text = scaffold(KIND[kind].model, locales, library)
        files = [OutputFile(f"content/{KIND[kind].folder}/{name}.yaml", text.encode())]
    for file in files:
        if (root / file.path).exists():
            raise NotPossible(f"{file.path} is there already.", f"{file.path} sudah ada.")
        yield file


def _page(name: str, locale: str) -> bytes:
    def say(id: str, en: str) -> str:
        return blank(id) if locale == "id" else blank("", en)

    return (
        f"---\ntitle: {say('Judul halaman', 'Heading of the page')}\n"
        f"address: {name}\n"
        f"summary: {say('Satu atau dua kalimat di bawah judul', 'One or two sentences under the heading')}\n"
        f"---\n\n{say('Isi halaman', 'The text of the page')}\n"
    ).encode()


def _locale(root: Path, library: Library, locale: str) -> Iterator[OutputFile]:
    if locale in library.languages.published or (root / f"content/interface/{locale}.po").exists():
        raise NotPossible(f'The language "{locale}" is there already.', f'Bahasa "{locale}" sudah ada.')
    for path, text in upkeep(root, locale).texts.items():
        if path.stem == locale:
            yield OutputFile(path.relative_to(root).as_posix(), text.encode())
    yield export(library, locale)
