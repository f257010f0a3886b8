"""Content files carry no YAML comments: other tools lose them; remarks stand in `note`."""

from collections.abc import Iterator
from datetime import date

from sehat.editing.formatting import comment_problems
from sehat.editing.kinds_of_file import content_files
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.reading.files import read_text
from sehat.reading.yaml_text import read_yaml


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each comment; files that cannot be read are left to reading."""
    for file, _ in content_files(library.root):
        text, _ = read_text(library.root / file, file)
        if text and "#" in text and read_yaml(text, file)[0] is not None:
            yield from comment_problems(text, file)
