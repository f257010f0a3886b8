"""The PO files of a project, brought up to date together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sehat.language.catalogs import ENGLISH, FOLDER, read_messages
from sehat.language.extract import interface_words
from sehat.language.updating import Changes, changes, updated
from sehat.problems import Problem


@dataclass(frozen=True)
class Upkeep:
    """What was found: a line per change, the files' new texts, and what stands in the way of writing them."""

    changes: tuple[str, ...]
    texts: dict[Path, str]
    problems: tuple[Problem, ...]


def upkeep(root: Path, add: str | None = None) -> Upkeep:
    """How the PO files below `root` differ from the words in use; `add` begins the file of another language."""
    used, problems = interface_words(root)
    lines: list[str] = []
    texts: dict[Path, str] = {}
    files = {path.stem: path for path in sorted((root / FOLDER).glob("*.po"))}
    if add:
        files.setdefault(add, root / FOLDER / f"{add}.po")
    for locale, path in files.items():
        file = f"{FOLDER}/{path.name}"
        before = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
        messages, found = read_messages(before, locale, file) if before else (None, [])
        if before and messages is None:
            problems += found
            continue
        difference = changes(messages, used)
        lines += _lines(difference, file, locale)
        after = updated(before, messages, used, locale)
        if after != before:
            texts[path] = after
    return Upkeep(tuple(lines), texts, tuple(problems))


def _lines(difference: Changes, file: str, locale: str) -> Iterator[str]:
    if difference:
        yield f"{file}: {len(difference.new)} new, {len(difference.unused)} no longer used"
    if locale != ENGLISH:
        yield from (f'  translate: "{words}"' for words, _ in difference.new)
        yield from (f'  no longer used: "{words}"' for words, _ in difference.unused)
