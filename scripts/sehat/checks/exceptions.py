"""An exception has a reason, and goes as soon as it is not needed."""

from collections.abc import Iterable, Iterator, Sequence

from sehat.checks.parts import problem
from sehat.model.exceptions import RuleException
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.reading.exceptions import FILE

NEVER = frozenset(("references", "addresses", "facts", "review", "blanks", "exceptions", "format"))
"""Rules that hold everywhere."""


def apply(library: Library, exceptions: Sequence[RuleException], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that no exception covers, and one for each exception that covers none."""
    used: set[int] = set()
    for found in problems:
        covering = [number for number, each in enumerate(exceptions) if _covers(each, found)]
        used.update(covering)
        if not covering:
            yield found
    for number, each in enumerate(exceptions):
        if each.rule in NEVER:
            yield problem(
                library,
                FILE,
                (number, "rule"),
                "exceptions",
                en=f'The rule "{each.rule}" has no exceptions. Correct the content and delete this entry.',
                id=f'Aturan "{each.rule}" tidak punya pengecualian. Perbaiki isinya dan hapus entri ini.',
            )
        elif number not in used:
            yield problem(
                library,
                FILE,
                (number,),
                "exceptions",
                en=f'This exception for {each.file} is not needed: no problem of the rule "{each.rule}" says '
                f'"{each.words}". Delete it.',
                id=f'Pengecualian untuk {each.file} ini tidak diperlukan: tidak ada masalah aturan "{each.rule}" yang '
                f'menyebut "{each.words}". Hapus.',
            )


def _covers(exception: RuleException, found: Problem) -> bool:
    return (
        exception.rule == found.rule
        and exception.rule not in NEVER
        and exception.file == found.file
        and any(exception.words in message for message in found.message.values())
    )
