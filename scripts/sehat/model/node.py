"""The base of every model, references between entities, and small value types."""

import datetime
import re
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError


class Node(BaseModel):
    """A part of a content file: unknown fields are refused, values never change."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Refers:
    """Marks a field whose text is the slug of another entity."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"Refers({self.kind!r})"


ConditionRef = Annotated[str, Refers("condition")]
CauseRef = Annotated[str, Refers("cause")]
RemedyRef = Annotated[str, Refers("remedy")]
ExaminationRef = Annotated[str, Refers("examination")]
FindingRef = Annotated[str, Refers("finding")]
SourceRef = Annotated[str, Refers("source")]
FactRef = Annotated[str, Refers("fact")]
LevelRef = Annotated[str, Refers("level")]
GroupRef = Annotated[str, Refers("group")]

AnswerRef = Annotated[
    str,
    Refers("answer"),
    Field(description="A finding (`fever`), or one answer of it (`weakness=slowly-worse`)."),
]

AskedRef = Annotated[
    str,
    Refers("asked"),
    Field(description="A finding with all its answers (`age-band`), or one answer of it (`weakness=slowly-worse`)."),
]


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        return int(value)
    if isinstance(value, int):
        return value
    raise PydanticCustomError("whole_number", "a whole number is expected")


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("true_false", "true or false is expected")


def _date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("calendar_date", "a date is expected")


WholeNumber = Annotated[int, BeforeValidator(_whole_number, json_schema_input_type=int)]
YesNo = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=bool)]
Date = Annotated[datetime.date, BeforeValidator(_date)]
Line = Annotated[str, Field(min_length=1)]
OldAddress = Annotated[str, Field(pattern=r"^[a-z]{2,3}(/[a-z0-9-]+)+/$")]


class Place(Node):
    """Where an entity was read: its slug and its file, relative to the project's root."""

    slug: str
    file: str


class Entity(Node):
    """Something with a file of its own. The file's name is its slug."""

    kind_name: ClassVar[str]
    _place: Place = PrivateAttr(default=Place(slug="", file=""))

    @property
    def slug(self) -> str:
        """The entity's name in code, files and references."""
        return self._place.slug

    @property
    def file(self) -> str:
        """The file it was read from, relative to the project's root."""
        return self._place.file

    def at(self, slug: str, file: str) -> "Entity":
        """The same entity, knowing its slug and file."""
        self._place = Place(slug=slug, file=file)
        return self
