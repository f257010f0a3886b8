"""No blank of a new file is left unfilled."""

import re
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import LEDGER, line_problem, prose_lines
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.reading.blanks import BLANK
from sehat.reading.files import read_text

NAMED = re.compile(r"^\s*(?:- )?(?P<name>[a-z_]+):")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each blank that is left."""
    folder = library.root / "content"
    for path in sorted(folder.rglob("*.yaml")):
        file = path.relative_to(library.root).as_posix()
        if file == LEDGER:
            continue
        text, _ = read_text(path, file)
        if text is None or not BLANK.search(text):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            found = BLANK.search(line)
            if found:
                yield _problem(file, number, found.start() + 1, line)
    for file, number, _, words in prose_lines(library):
        if BLANK.search(words):
            yield _problem(file, number, 1, words)


def _problem(file: str, line: int, column: int, words: str) -> Problem:
    name = NAMED.match(words)
    at = f'"{name["name"]}"' if name else "This line"
    di = f'"{name["name"]}"' if name else "Baris ini"
    found = line_problem(
        file,
        line,
        "blanks",
        en=f"{at} is still a blank. Write the words, or delete what is not needed.",
        id=f"{di} masih kosong. Tulis isinya, atau hapus bila tidak perlu.",
    )
    return Problem(found.file, found.line, column, found.level, found.rule, found.message)
