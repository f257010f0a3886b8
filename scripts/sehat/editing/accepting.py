"""Taking the present wordings of all published languages as saying the same."""

from pathlib import Path

from sehat.editing.wordings import wordings
from sehat.files import OutputFile, write_if_changed
from sehat.model.library import Library
from sehat.reading.lock import FILE, lock_text


def accepted(library: Library) -> OutputFile:
    """The lock file that holds every wording as it stands now."""
    return OutputFile(FILE, lock_text(each.hashes for each in wordings(library)).encode())


def accept(root: Path, library: Library) -> bool:
    """Write the lock file; whether it changed."""
    return write_if_changed(root, accepted(library))
