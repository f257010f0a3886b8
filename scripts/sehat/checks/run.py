"""Runs every check over a library."""

from collections.abc import Iterator
from datetime import date

from sehat.checks import addresses, facts, prose, references
from sehat.model.library import Library
from sehat.problems import Problem

CHECKS = (references, facts, addresses, prose)


def run_checks(library: Library, today: date | None = None) -> Iterator[Problem]:
    """What every check finds; without `today` nothing is due."""
    for check in CHECKS:
        yield from check.check(library, today)
