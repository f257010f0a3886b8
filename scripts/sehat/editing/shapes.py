"""What the model expects at a place of a file: fields in order, a list, a table, words, or a value."""

import datetime
import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from sehat.model.statement import Statement
from sehat.model.text import Names, Text

UNQUOTED = (int, bool, datetime.date)
"""Types whose values are written without quotation marks."""


def bare(annotation: Any) -> Any:
    """The annotation without metadata and without `None`."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            annotation = next(each for each in get_args(annotation) if each is not type(None))
        else:
            return annotation


def model_of(annotation: Any) -> type[BaseModel] | None:
    """The model at this place, if it holds fields."""
    found = bare(annotation)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


@cache
def item_of(annotation: Any) -> Any:
    """What each item of a list, or each entry of a table, must be; None when the place is neither."""
    found = bare(annotation)
    origin = get_origin(found)
    if origin is tuple:
        return get_args(found)[0]
    if origin is dict:
        return get_args(found)[1]
    return None


@cache
def is_table(annotation: Any) -> bool:
    """Whether entries stand by name here, in the order of the file."""
    return get_origin(bare(annotation)) is dict


@cache
def is_words(annotation: Any) -> bool:
    """Whether words per language stand here."""
    found = bare(annotation)
    return isinstance(found, type) and issubclass(found, Text | Names)


@cache
def is_unquoted(annotation: Any) -> bool:
    """Whether a number, a date, or true or false stands here."""
    return bare(annotation) in UNQUOTED


def fields(model: type[BaseModel], locales: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The fields of a model in the order of a file, each with what it must be; a statement's languages come first."""
    if issubclass(model, Statement):
        yield from ((locale, str) for locale in locales)
    for name, info in model.model_fields.items():
        if not (name == "text" and issubclass(model, Statement)):
            yield name, info.annotation


@cache
def members(annotation: Any, locales: tuple[str, ...]) -> dict[str, Any]:
    """What may stand by name at this place, in order; nothing for a list or a value."""
    found = bare(annotation)
    if is_words(found):
        return dict.fromkeys(locales, tuple[str, ...] if issubclass(found, Names) else str)
    model = model_of(found)
    return dict(fields(model, locales)) if model else {}
