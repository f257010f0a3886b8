"""From a model to the fields of a form: one field for each of its own, in the order of the model."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sehat.language.formats import own_name
from sehat.model.kinds import KIND
from sehat.model.node import Refers
from sehat.model.statement import Statement
from sehat.model.text import Languages, Names, Text
from sehat.outputs.words import N_

Field = dict[str, Any]
Choice = tuple[str, str]
"""A value and the words under which it is offered."""

ONE_LINE = N_("One line only.")
WRONG_FORM = N_("This does not have the right form.")
LONG = 160
"""Lists of choices longer than this are typed, not chosen: the form would carry them at every statement."""


@dataclass(frozen=True)
class Form:
    """What the fields of every model need: the languages, what may be chosen, and how to describe a field."""

    languages: Languages
    choices: Mapping[str, Sequence[Choice]]
    """Per kind of reference that has no folder of its own (answer, level, group): what it can name."""
    say: Callable[[str], str]
    """An interface word or a field's description as editors read it."""
    hints: bool = True
    """Whether descriptions stand below the fields; files of many like entries would repeat each a hundred times."""

    def line(self, pattern: str | None = None) -> Field:
        """A line of text, which may have to fit a pattern."""
        shape = [pattern, self.say(WRONG_FORM)] if pattern else ["^.*$", self.say(ONE_LINE)]
        return {"widget": "string", "use_emoji_autocomplete": False, "pattern": shape}


def model_fields(form: Form, model: type[BaseModel], *, keys: Mapping[str, Sequence[str]] | None = None) -> list[Field]:
    """A field for each field of `model`. `keys` names what stands in its open mappings."""
    return list(_model_fields(form, model, keys or {}))


def _model_fields(form: Form, model: type[BaseModel], keys: Mapping[str, Sequence[str]]) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        if name == "text" and issubclass(model, Statement):
            yield from _languages(form, {**form.line(), "widget": "text"})
        else:
            yield _field(form, name, hints[name], info, keys.get(name, ()))


def _field(form: Form, name: str, annotation: Any, info: FieldInfo, keys: Sequence[str]) -> Field:
    required = info.is_required()
    head: Field = {"name": name, "label": label(name)}
    if info.description and form.hints:
        head["hint"] = form.say(info.description)
    widget = _widget(form, annotation, info, keys)
    if not required:
        widget = {**widget, "required": False}
        widget.pop("min", None)
    return head | widget


def label(name: str) -> str:
    """A field's name as a label."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def _widget(form: Form, annotation: Any, info: FieldInfo, keys: Sequence[str] = ()) -> Field:
    """How a value of this type is typed or chosen."""
    kind = _refers(annotation)
    plain = _plain(annotation)
    origin, arguments = get_origin(plain), get_args(plain)
    if kind and origin not in (tuple, dict):
        return _reference(form, kind)
    if origin is tuple:
        return list_field(form, arguments[0], _least(info))
    if origin is dict:
        return _mapping(form, arguments[1], keys)
    if origin is Literal:
        return {"widget": "select", "options": list(arguments)}
    if plain is Text:
        return {"widget": "object", "fields": list(_languages(form, form.line()))}
    if plain is Names:
        return {"widget": "object", "fields": list(_languages(form, {"widget": "list", "min": 1}))}
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return {"widget": "object", "fields": model_fields(form, plain)}
    return _simple(form, plain, info)


def _simple(form: Form, plain: Any, info: FieldInfo) -> Field:
    if plain is bool:
        return {"widget": "select", "options": _yes_no(form)} if not info.is_required() else {"widget": "boolean"}
    if plain is int:
        return {"widget": "number", "value_type": "int", **_bounds(info)}
    if plain is date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if plain is not str:
        raise TypeError(f"The form has no field for {plain!r}.")
    return form.line(next((each.pattern for each in info.metadata if getattr(each, "pattern", None)), None))


def _yes_no(form: Form) -> list[Field]:
    """For an optional truth value: unlike a switch, a choice can be left open, so that saving adds no line."""
    return [{"label": form.say(words), "value": value} for words, value in ((N_("Yes"), True), (N_("No"), False))]


def list_field(form: Form, item: Any, least: int = 0) -> Field:
    """A list of `item`."""
    few = {"min": least} if least else {}
    if _refers(item) == "source":
        return {**_reference(form, "source"), "multiple": True, **few}
    plain = _plain(item)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        fields = model_fields(form, plain)
        return {"widget": "list", "collapsed": "auto", "summary": _summary(form, plain), "fields": fields, **few}
    # One choice per item, and not one field of many choices: the order means something, and items can be moved.
    return {"widget": "list", "field": {"name": "item", "label": "–", **_widget(form, item, FieldInfo())}, **few}


def _mapping(form: Form, value: Any, keys: Sequence[str]) -> Field:
    plain = _plain(value)
    if plain is str:
        return {"widget": "keyvalue"}
    return {"widget": "object", "collapsed": True, "fields": [entry(form, key, plain) for key in keys]}


def entry(form: Form, key: str, model: type[BaseModel], words: str = "") -> Field:
    """The field of one entry of a file that holds several by name."""
    return {
        "name": key,
        "label": f"{key}: {words}" if words else key,
        "widget": "object",
        "collapsed": True,
        "fields": model_fields(form, model),
    }


def _reference(form: Form, kind: str) -> Field:
    if kind in KIND:
        titles = ["title"] if kind == "source" else [f"title.{code}" for code in form.languages.published]
        return {
            "widget": "relation",
            "collection": KIND[kind].folder,
            "value_field": "{{slug}}",
            "display_fields": titles,
            "search_fields": [*titles, "{{slug}}"],
        }
    choices = form.choices.get(kind, ())
    if not 0 < len(choices) <= LONG:
        return form.line()
    return {"widget": "select", "options": [{"label": words, "value": value} for value, words in choices]}


def _languages(form: Form, field: Field) -> Iterator[Field]:
    """The same field for every language; drafts may leave it empty."""
    for code in form.languages.all:
        draft = {} if code in form.languages.published else {"required": False}
        yield {"name": code, "label": own_name(code), **field, **draft}


def _summary(form: Form, model: type[BaseModel]) -> str:
    """What a closed item of a list shows."""
    if issubclass(model, Statement):
        return "{{" + form.languages.published[0] + "}}"
    return "{{" + next(iter(model.model_fields)) + "}}"


def _refers(annotation: Any) -> str | None:
    """The kind that a value of this type names, for a single reference or for a list of them."""
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, Refers):
            return extra.kind
    for argument in get_args(annotation):
        if not (isinstance(argument, type) and issubclass(argument, BaseModel)):
            kind = _refers(argument)
            if kind:
                return kind
    return None


def _plain(annotation: Any) -> Any:
    """The type without `Annotated` and without "or nothing"."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    if get_origin(annotation) in (Union, UnionType):
        (inner,) = (each for each in get_args(annotation) if each is not NoneType)
        return _plain(inner)
    return annotation


def _least(info: FieldInfo) -> int:
    return next((each.min_length for each in info.metadata if getattr(each, "min_length", None)), 0)


def _bounds(info: FieldInfo) -> Field:
    low = next((each.ge for each in info.metadata if getattr(each, "ge", None) is not None), None)
    high = next((each.le for each in info.metadata if getattr(each, "le", None) is not None), None)
    return {name: bound for name, bound in (("min", low), ("max", high)) if bound is not None}
