"""One file: text, YAML, model."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sehat.model.text import Languages
from sehat.problems import Problem
from sehat.reading.explain import explain
from sehat.reading.files import read_text
from sehat.reading.marks import Marks
from sehat.reading.yaml_text import read_yaml

T = TypeVar("T")


def read_entry(
    root: Path, file: str, adapter: TypeAdapter[T], model: Any, languages: Languages
) -> tuple[T | None, list[Problem]]:
    """The value in `file` (relative to `root`), or None and everything that is wrong with it."""
    text, problems = read_text(root / file, file)
    if text is None:
        return None, problems
    data, marks, problems = read_yaml(text, file)
    value: T | None = None
    if data is None:
        if not problems:
            problems = [_nothing(file)]
        return None, problems
    try:
        value = adapter.validate_python(data, context=languages)
    except ValidationError as error:
        problems += explain(error, model, data, marks, languages)
        return None, problems
    return (None if problems else value), problems


def marks_of(root: Path, file: str) -> Marks:
    """Where the values of a file stand; read again, because few files ever need it."""
    text, _ = read_text(root / file, file)
    return read_yaml(text, file)[1] if text else Marks(file)


def _nothing(file: str) -> Problem:
    return Problem(
        file,
        1,
        1,
        "error",
        "empty-file",
        {
            "en": "This file holds no fields. Fill it, or delete the file.",
            "id": "Berkas ini tidak berisi isian. Isi, atau hapus berkasnya.",
        },
    )
