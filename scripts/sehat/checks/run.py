"""Runs every check over a library."""

import multiprocessing
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from types import ModuleType

from sehat.checks import (
    addresses,
    blanks,
    comments,
    due,
    exceptions,
    facts,
    forbidden,
    foreign_phrases,
    format,
    glossary,
    lay_names,
    links,
    negations,
    numbers,
    paragraph_length,
    publishers,
    references,
    repeated,
    review,
    rich_text,
    search,
    selfcheck,
    sentence_length,
    stale,
    typography,
    unfinished,
    unsourced,
    unused,
    urgency,
    walkthroughs,
)
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.reading.exceptions import read_exceptions

CHECKS = (
    blanks,
    comments,
    format,
    references,
    facts,
    addresses,
    rich_text,
    review,
    due,
    forbidden,
    numbers,
    negations,
    urgency,
    selfcheck,
    search,
    lay_names,
    foreign_phrases,
    links,
    publishers,
    typography,
    sentence_length,
    paragraph_length,
    unsourced,
    unused,
    glossary,
    repeated,
    unfinished,
    stale,
    walkthroughs,
)
"""Each module is a rule and names it; the order does not matter."""


BESIDE = (format, forbidden)
"""Nearly half of the time of all checks."""


def run_checks(library: Library, today: date | None = None, *, beside: bool = False) -> Iterator[Problem]:
    """What every check finds and no exception covers; without `today` nothing is due.

    With `beside`, a second process runs half of the checks at the same time, where that can be done safely.
    """
    excepted, problems = read_exceptions(library.root)
    yield from problems
    others = [check for check in CHECKS if check not in BESIDE]
    if beside and "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1:
        rest = _started(BESIDE, library, today)
    else:
        rest = partial(_found, BESIDE, library, today)
    found = [*_found(others, library, today), *rest()]
    yield from exceptions.apply(library, excepted, iter(found))


def _found(checks: Iterable[ModuleType], library: Library, today: date | None) -> list[Problem]:
    return [problem for check in checks for problem in check.check(library, today)]


def _started(checks: Iterable[ModuleType], library: Library, today: date | None) -> Callable[[], list[Problem]]:
    """Start a process that runs these checks; the answer waits for what it finds."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=lambda: there.send(_found(checks, library, today)), daemon=True)
    process.start()
    there.close()

    def collected() -> list[Problem]:
        try:
            found: list[Problem] = here.recv()
        except EOFError as ended:
            raise RuntimeError("The process that ran half of the checks ended early.") from ended
        process.join()
        return found

    return collected
