"""Taking in what a translator did: into the content files of a published language, or into the file of a draft."""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sehat.checks.parts import parts
from sehat.editing.canonical import canonical
from sehat.editing.kinds_of_file import shape_of
from sehat.editing.po_export import export, source_locale
from sehat.files import OutputFile
from sehat.model.library import Library
from sehat.model.references import Path as Place
from sehat.reading.files import read_text
from sehat.reading.po import Entry, PoFile, by_place, po_file_name, read_po
from sehat.reading.po_places import places
from sehat.reading.yaml_text import Scalar, read_yaml


@dataclass(frozen=True)
class Imported:
    """The files to write, and the texts of the translator that no place of the content wants any more."""

    files: tuple[OutputFile, ...]
    lost: tuple[Entry, ...]


def take_in(root: Path, library: Library, made: PoFile) -> Imported:
    """What a translator's file changes."""
    known = {(place.context, place.words(source_locale(made.locale))) for place in places(parts(library))}
    lost = tuple(entry for key, entry in made.entries.items() if key not in known and entry.words)
    if made.locale in library.languages.published:
        return Imported(tuple(_published(root, library, made)), lost)
    return Imported((export(library, made.locale, _with_old_notes(root, made)),), lost)


def _with_old_notes(root: Path, made: PoFile) -> PoFile:
    """The translator's file with the remarks that only our file has."""
    text, _ = read_text(root / po_file_name(made.locale), po_file_name(made.locale))
    ours, _ = read_po(text, made.locale, "") if text else (None, [])
    if ours is None:
        return made
    entries = dict(made.entries)
    for key, entry in ours.entries.items():
        theirs = entries.get(key)
        if theirs is None:
            entries[key] = entry
        else:
            notes = (*entry.notes, *(note for note in theirs.notes if note not in entry.notes))
            entries[key] = replace(theirs, notes=notes)
    return PoFile(made.locale, made.opening or ours.opening, entries)


def _published(root: Path, library: Library, made: PoFile) -> list[OutputFile]:
    words = by_place(made)
    changes: dict[str, list[tuple[Place, Any]]] = defaultdict(list)
    for place in places(parts(library)):
        new = words.get((place.context, place.words(source_locale(made.locale))))
        if new is not None and new != place.words(made.locale):
            changes[place.file].append(((*place.path, made.locale), place.value(new)))
    files = []
    for file, found in changes.items():
        text, _ = read_text(root / file, file)
        data = read_yaml(text or "", file)[0]
        for path, value in found:
            data = _changed(data, path, value)
        files.append(OutputFile(file, canonical(data, shape_of(file), library.languages.all).encode()))
    return files


def _changed(data: Any, path: Place, value: Any) -> Any:
    """The same data with another value at one place."""
    if not path:
        if isinstance(value, tuple):
            return tuple(Scalar(each, quoted=False) for each in value)
        return Scalar(value, quoted=False)
    head, rest = path[0], path[1:]
    if isinstance(data, tuple):
        return tuple(_changed(item, rest, value) if number == head else item for number, item in enumerate(data))
    return {key: _changed(item, rest, value) if key == head else item for key, item in data.items()}
