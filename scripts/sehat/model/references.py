"""Walking a model: every reference and every statement in it, with its path in the file."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from pydantic import BaseModel

from sehat.model.node import Refers
from sehat.model.statement import Statement
from sehat.model.text import Names, Text

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """A slug that must exist: the kind it names, the slug, and where it stands."""

    kind: str
    slug: str
    path: Path


@cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


@cache
def _reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of `model` that hold slugs, each with the kind it names."""
    found = []
    for field in model.model_fields:
        kind = _refers(_hints(model)[field])
        if kind:
            found.append((field, kind))
    return tuple(found)


def kind_of_field(model: type[BaseModel], field: str) -> str | None:
    """The kind that a field's slugs name, or None when it holds no slugs."""
    return dict(_reference_fields(model)).get(field)


def _refers(annotation: Any) -> str | None:
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Refers):
            return extra.kind
    for argument in get_args(annotation):
        if not (isinstance(argument, type) and issubclass(argument, BaseModel)):
            kind = _refers(argument)
            if kind:
                return kind
    return None


def nodes(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every model and every text inside `value`, with its path; outermost first."""
    if isinstance(value, Text | Names):
        yield path, value
    elif isinstance(value, BaseModel):
        yield path, value
        inside_statement = isinstance(value, Statement)
        for field in type(value).model_fields:
            member = getattr(value, field)
            # In a file the languages of a statement stand beside its other fields.
            below = path if inside_statement and field == "text" else (*path, field)
            yield from nodes(member, below)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from nodes(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from nodes(item, (*path, key))


def references(value: Any) -> Iterator[Reference]:
    """Every reference inside `value`."""
    for path, node in nodes(value):
        if not isinstance(node, BaseModel):
            continue
        for field, kind in _reference_fields(type(node)):
            member = getattr(node, field)
            if isinstance(member, str):
                yield Reference(kind, member, (*path, field))
            elif member:
                for number, slug in enumerate(member):
                    yield Reference(kind, slug, (*path, field, number))


def statements(value: Any) -> Iterator[tuple[Path, Statement]]:
    """Every statement inside `value`, with its path."""
    for path, node in nodes(value):
        if isinstance(node, Statement):
            yield path, node


def texts(value: Any) -> Iterator[tuple[Path, Text]]:
    """Every text inside `value`, with its path."""
    for path, node in nodes(value):
        if isinstance(node, Text):
            yield path, node
