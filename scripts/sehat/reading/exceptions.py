"""The exceptions that editors have written down."""

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from sehat.model.exceptions import RuleException
from sehat.model.text import DEFAULT_LANGUAGES
from sehat.problems import Problem
from sehat.reading.entry import read_entry

FILE = "content/exceptions.yaml"
MODEL = tuple[RuleException, ...]
ADAPTER: TypeAdapter[Any] = TypeAdapter(MODEL)


def read_exceptions(root: Path) -> tuple[tuple[RuleException, ...], list[Problem]]:
    """The exceptions, and what is wrong with their file; without the file there are none."""
    if not (root / FILE).exists():
        return (), []
    found, problems = read_entry(root, FILE, ADAPTER, MODEL, DEFAULT_LANGUAGES)
    return found or (), problems
