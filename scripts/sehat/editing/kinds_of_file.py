"""Every YAML file of the content with the model it must fit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sehat.model.kinds import KINDS
from sehat.model.search import LabelledQuery, SearchFlag, SearchWords
from sehat.model.site import SafetyNet, Site
from sehat.model.text import DEFAULT_LANGUAGES, Text
from sehat.reading.exceptions import FILE as EXCEPTIONS
from sehat.reading.exceptions import MODEL as EXCEPTIONS_MODEL
from sehat.reading.library import TABLES
from sehat.reading.search import FLAGS_FILE, TRANSLATIONS_FILE, queries_file, words_file

SEARCH: dict[str, Any] = {
    FLAGS_FILE: dict[str, SearchFlag],
    TRANSLATIONS_FILE: tuple[Text, ...],
    **{words_file(locale): SearchWords for locale in DEFAULT_LANGUAGES.published},
    **{queries_file(locale): tuple[LabelledQuery, ...] for locale in DEFAULT_LANGUAGES.published},
}
SINGLE: dict[str, Any] = {
    "content/site.yaml": Site,
    "content/safety-net.yaml": SafetyNet,
    **{file: dict.__class_getitem__((str, model)) for file, model in TABLES.values()},
    EXCEPTIONS: EXCEPTIONS_MODEL,
    **SEARCH,
}


def shape_of(file: str) -> Any:
    """What a content file must hold, by its path from the root; None when it is not such a file."""
    if file in SINGLE:
        return SINGLE[file]
    folder, _, name = file.removeprefix("content/").rpartition("/")
    if name.endswith(".yaml"):
        return next((kind.model for kind in KINDS if kind.folder == folder), None)
    return None


def content_files(root: Path) -> Iterator[tuple[str, Any]]:
    """The YAML files that are there, each with its model."""
    for file, shape in SINGLE.items():
        if (root / file).is_file():
            yield file, shape
    for kind in KINDS:
        for path in sorted((root / "content" / kind.folder).glob("*.yaml")):
            if path.is_file():
                yield path.relative_to(root).as_posix(), kind.model
