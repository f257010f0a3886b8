"""What is wrong with the content, said to the person who wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing to change: where it stands, what is wrong and what to do, in Indonesian and English.

    `file` is relative to the project's root with forward slashes; `line` and `column` count from 1,
    columns in code points. `message` holds one text per language code (`id`, `en`).
    """

    file: str
    line: int
    column: int
    level: Level
    rule: str
    message: Mapping[str, str]

    @property
    def place(self) -> tuple[str, int, int, str]:
        """The order in which problems are listed."""
        return (self.file, self.line, self.column, self.rule)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    unique = {(*problem.place, problem.message["en"]): problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))
