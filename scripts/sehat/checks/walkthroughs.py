"""The examples for editors show lines as they stand in the file."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.model.walkthroughs import Walkthrough
from sehat.problems import Problem

FILE = "content/walkthroughs.yaml"


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for each example whose lines do not stand exactly once in its file."""
    for name, each in library.walkthroughs.items():
        count = len(places(_lines(library, each), each.before))
        if count == 1:
            continue
        en, id = (
            (f'These lines no longer stand in "{each.file}". Copy them from there again.',
             f'Baris ini tidak ada lagi di "{each.file}". Salin lagi dari sana.')
            if not count
            else (f'These lines stand {count} times in "{each.file}". Choose lines that stand there once.',
                  f'Baris ini ada {count} kali di "{each.file}". Pilih baris yang hanya ada sekali.')
        )  # fmt: skip
        yield problem(library, FILE, (name, "before"), "walkthroughs", en=en, id=id, level="warning", key=True)


def places(lines: Sequence[str], wanted: Sequence[str]) -> tuple[int, ...]:
    """Where `wanted` stands among `lines`, one line after the other, whatever the spaces before them."""
    bare = [line.strip() for line in lines]
    return tuple(start for start in range(len(bare)) if bare[start : start + len(wanted)] == list(wanted))


def _lines(library: Library, each: Walkthrough) -> list[str]:
    path = PurePosixPath(each.file)
    if path.is_absolute() or ".." in path.parts or path.parts[:1] != ("content",):
        return []
    found = library.root / path
    return found.read_text("utf-8").splitlines() if found.is_file() else []
