"""The only place that writes rendered files: changed bytes only, whole files only."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OutputFile:
    """A file made from the library; `path` is relative to the project's root."""

    path: str
    content: bytes


def write_if_changed(root: Path, output: OutputFile) -> bool:
    """Write the file when its bytes differ. A reader of the old file never sees half of the new one."""
    path = root / output.path
    try:
        if path.read_bytes() == output.content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(output.content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return True


def remove_others(folder: Path, keep: Iterable[Path]) -> Iterator[Path]:
    """Remove the files of `folder` that are not in `keep`, and folders left empty; yields what was removed."""
    kept = set(keep)
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()
            yield path
