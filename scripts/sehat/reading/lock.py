"""The wordings that were last seen to say the same: `content/translations.lock`.

Each line holds one short hash per published language, in the order of the site: these words belong together.
Nothing says where they stand, so moving or reformatting a statement changes nothing.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sehat.problems import Problem

FILE = "content/translations.lock"
HEADER = (
    "# Wordings that say the same in every language, one hash each. Written by ./run translate --accept; do not edit.\n"
)
LINE = re.compile(r"[0-9a-f]{12}( [0-9a-f]{12})*")
Pair = tuple[str, ...]


def wording_hash(words: str) -> str:
    """A short hash of words, whatever the spaces between them."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def read_lock(root: Path) -> tuple[frozenset[Pair], tuple[Problem, ...]]:
    """The wordings that belong together, and what is wrong with the file; empty without one."""
    try:
        state = (root / FILE).stat()
        return _read(root / FILE, state.st_mtime_ns, state.st_size)
    except OSError:
        return frozenset(), ()


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> tuple[frozenset[Pair], tuple[Problem, ...]]:
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    pairs = set()
    problems = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line:
            continue
        if LINE.fullmatch(line):
            pairs.add(tuple(line.split()))
        else:
            problems.append(_unreadable(number))
    return frozenset(pairs), tuple(problems)


def lock_text(pairs: Iterable[Pair]) -> str:
    """The lock file of these wordings."""
    return HEADER + "".join(f"{' '.join(pair)}\n" for pair in sorted(set(pairs)))


def _unreadable(line: int) -> Problem:
    return Problem(
        FILE,
        line,
        1,
        "error",
        "stale",
        {
            "en": "This line is no list of hashes. Delete it and run ./run translate --accept.",
            "id": "Baris ini bukan daftar hash. Hapus lalu jalankan ./run translate --accept.",
        },
    )
