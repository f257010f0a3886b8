"""Words in every language of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True)
class Languages:
    """The locales of the site, given to the models while they validate.

    `published` must stand at every text; `drafts` may.
    """

    published: tuple[str, ...]
    drafts: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Published and draft locales."""
        return self.published + self.drafts


DEFAULT_LANGUAGES = Languages(("id", "en"))


def languages_of(info: ValidationInfo) -> Languages:
    """The locales that the validation was started with."""
    return info.context if isinstance(info.context, Languages) else DEFAULT_LANGUAGES


class _PerLocale(Mapping[str, Any]):
    """A frozen mapping from locale to words."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = dict(words)

    def __getitem__(self, locale: str) -> Any:
        return self._words[locale]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._words!r})"

    def add(self, locale: str, words: Any) -> None:
        """Give the words of a draft locale. Only reading does this, before anybody has seen the text."""
        self._words.setdefault(locale, words)

    @classmethod
    def value_problem(cls, value: Any) -> str | None:
        """The name of what is wrong with the words of one locale, or None."""
        raise NotImplementedError

    @classmethod
    def value_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the words of one locale."""
        raise NotImplementedError

    @classmethod
    def validate(cls, data: Any, info: ValidationInfo) -> "_PerLocale":
        """The words of `data`; every problem of it in one error."""
        if isinstance(data, cls):
            return data
        if not isinstance(data, dict):
            raise PydanticCustomError("per_locale", "words per language expected", {"parts": [("not-a-mapping", "")]})
        languages = languages_of(info)
        parts = [("unknown-locale", key) for key in data if key not in languages.all]
        parts += [("missing-locale", code) for code in languages.published if code not in data]
        for code, value in data.items():
            problem = cls.value_problem(value)
            if problem and code in languages.all:
                parts.append((problem, code))
        if parts:
            raise PydanticCustomError("per_locale", "words per language expected", {"parts": parts})
        return cls(data)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls.validate,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        published = DEFAULT_LANGUAGES.published
        return {
            "type": "object",
            "properties": {code: cls.value_schema() for code in published},
            "required": list(published),
            "additionalProperties": False,
        }


class Text(_PerLocale):
    """A sentence or label in every published language."""

    @classmethod
    def value_problem(cls, value: Any) -> str | None:
        """What is wrong with one language's sentence."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return "empty"
        return None if isinstance(value, str) else "not-text"

    @classmethod
    def value_schema(cls) -> dict[str, Any]:
        """One line of text."""
        return {"type": "string", "minLength": 1}


class Names(_PerLocale):
    """Names that people use, listed per language: lay words, spoken forms, abbreviations, brands."""

    @classmethod
    def value_problem(cls, value: Any) -> str | None:
        """What is wrong with one language's list."""
        if value is None or value == ():
            return "empty"
        if not isinstance(value, tuple):
            return "not-a-list"
        if not all(isinstance(name, str) and name.strip() for name in value):
            return "not-text"
        return None if len({name.casefold() for name in value}) == len(value) else "name-twice"

    @classmethod
    def value_schema(cls) -> dict[str, Any]:
        """A list of names."""
        return {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1, "uniqueItems": True}
