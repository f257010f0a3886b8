"""Runs every check over a library."""

from collections.abc import Iterator
from datetime import date

from sehat.checks import (
    addresses,
    blanks,
    comments,
    due,
    exceptions,
    facts,
    forbidden,
    format,
    glossary,
    lay_names,
    links,
    negations,
    numbers,
    paragraph_length,
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
    links,
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


def run_checks(library: Library, today: date | None = None) -> Iterator[Problem]:
    """What every check finds and no exception covers; without `today` nothing is due."""
    excepted, problems = read_exceptions(library.root)
    yield from problems
    found = (problem for check in CHECKS for problem in check.check(library, today))
    yield from exceptions.apply(library, excepted, found)
