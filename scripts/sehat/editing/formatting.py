"""Content files brought into the one style, without a change of meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sehat.editing.canonical import canonical
from sehat.editing.kinds_of_file import content_files
from sehat.problems import Problem
from sehat.reading.comments import comments
from sehat.reading.files import read_text
from sehat.reading.yaml_text import read_yaml


@dataclass(frozen=True)
class Formatted:
    """A file as it stands and as it should stand; without `after` it cannot be formatted, and `problems` say why."""

    file: str
    before: str
    after: str | None
    problems: tuple[Problem, ...] = ()


def formatted(root: Path, locales: tuple[str, ...]) -> Iterator[Formatted]:
    """Every content file in the one style."""
    for file, shape in content_files(root):
        yield format_file(root, file, shape, locales)


def format_file(root: Path, file: str, shape: Any, locales: tuple[str, ...]) -> Formatted:
    """One content file in the one style."""
    text, problems = read_text(root / file, file)
    if text is None:
        return Formatted(file, "", None, tuple(problems))
    data, _, problems = read_yaml(text, file)
    if data is None or problems:
        return Formatted(file, text, None, tuple(problems))
    remarks = tuple(comment_problems(text, file))
    if remarks:
        return Formatted(file, text, None, remarks)
    after = canonical(data, shape, locales)
    if after != text:
        assert read_yaml(after, file)[0] == data, f"{file} would change its meaning"
    return Formatted(file, text, after)


def comment_problems(text: str, file: str) -> Iterator[Problem]:
    """A problem for each comment."""
    for mark, words in comments(text):
        yield Problem(
            file,
            mark.line,
            mark.column,
            "error",
            "comments",
            {
                "en": f'The comment "{words[:40]}" is lost when another tool saves this file. '
                'Put it in "note" where there is one, or delete it.',
                "id": f'Komentar "{words[:40]}" hilang bila berkas ini disimpan alat lain. '
                'Pindahkan ke "note" bila ada, atau hapus.',
            },
        )
