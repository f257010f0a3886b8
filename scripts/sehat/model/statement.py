"""A statement: the unit of prose, with what backs it."""

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from sehat.model.node import FactRef, LevelRef, Node, SourceRef
from sehat.model.text import Text

Check = Literal["supported", "qualified", "disputed", "unverified"]


class Statement(Node):
    """A sentence or two in every language, its sources, and what a reader must know about its certainty.

    In a file the languages stand beside the other fields: `{id: …, en: …, sources: […]}`.
    """

    text: Text = Field(description="The words, one key per language.")
    sources: tuple[SourceRef, ...] = Field(
        default=(), description="Sources that say this. Left out only for advice that needs none."
    )
    facts: tuple[FactRef, ...] = Field(default=(), description="Facts of `facts.yaml` that this statement carries.")
    check: Check = Field(default="supported", description="How well the sources back it.")
    note: Text | None = Field(
        default=None, description="What the reader must know when it is qualified or disputed; shown with it."
    )

    @model_validator(mode="before")
    @classmethod
    def gather_languages(cls, data: Any) -> Any:
        """Language keys become the text."""
        if not isinstance(data, dict) or "text" in data:
            return data
        words = {key: value for key, value in data.items() if key not in cls.model_fields}
        return {"text": words} | {key: value for key, value in data.items() if key in cls.model_fields}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        described: dict[str, Any] = handler.resolve_ref_schema(handler(schema))
        words = Text.__get_pydantic_json_schema__(schema, handler)
        properties = dict(described["properties"])
        properties.pop("text")
        described["properties"] = words["properties"] | properties
        described["required"] = words["required"]
        return described


Statements = tuple[Statement, ...]


class MedicalClaims:
    """Marks a field whose statements say how the body, an illness or a remedy is, so that each needs a source."""


Claim = Annotated[Statement, MedicalClaims()]
Claims = Annotated[Statements, MedicalClaims()]


class Advice(Statement):
    """A statement about when to see a doctor, and how soon."""

    level: LevelRef = Field(default="self-care", description="How soon: the page sorts the advice by it.")
