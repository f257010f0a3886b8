"""A wording that changed in one language is looked at in the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from sehat.checks.parts import line_problem, problem
from sehat.editing.wordings import Wording, wordings
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.reading.lock import Pair, read_lock


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for each text of which one language changed since all were seen to agree."""
    pairs, problems = read_lock(library.root)
    yield from problems
    for wording, old in stale(library, pairs):
        locale = library.languages.published[old]
        new = ", ".join(f'"{code}"' for code in library.languages.published if code != locale)
        en = (
            f'This text was changed in {new} but not in "{locale}". Change "{locale}" too, '
            "or run ./run translate --accept when both still say the same."
        )
        id = (
            f'Teks ini diubah di {new} tetapi tidak di "{locale}". Ubah juga "{locale}", '
            "atau jalankan ./run translate --accept bila maknanya masih sama."
        )
        if wording.lines:
            file, line = wording.lines[old]
            yield line_problem(file, line, "stale", en=en, id=id, level="warning")
        else:
            path = (*wording.path, _changed(library, old))
            yield problem(library, wording.file, path, "stale", en=en, id=id, level="warning")


def stale(library: Library, pairs: frozenset[Pair]) -> Iterator[tuple[Wording, int]]:
    """Texts of which one language changed, each with the number of a language that did not."""
    new = [wording for wording in wordings(library) if wording.hashes not in pairs]
    if not new:
        return
    agreed = _by_language(pairs)
    for wording in new:
        known = [number for number, each in enumerate(wording.hashes) if each in agreed.get(number, ())]
        if known and len(known) < len(wording.hashes):
            yield wording, known[0]
        elif known:
            yield wording, known[-1]


@lru_cache(maxsize=2)
def _by_language(pairs: frozenset[Pair]) -> Mapping[int, frozenset[str]]:
    """The hashes that were seen, by the number of their language."""
    found: dict[int, set[str]] = defaultdict(set)
    for pair in pairs:
        for number, each in enumerate(pair):
            found[number].add(each)
    return {number: frozenset(hashes) for number, hashes in found.items()}


def _changed(library: Library, old: int) -> str:
    """The language at whose line the warning stands: one that changed."""
    return next(code for number, code in enumerate(library.languages.published) if number != old)
