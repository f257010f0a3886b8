"""What the model says about its parts and fields, in the order in which files hold them."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from sehat.editing.shapes import bare, item_of, model_of
from sehat.model.text import Names, Text


def models_in(shape: Any) -> tuple[type[BaseModel], ...]:
    """The models that a file of this shape is made of, outermost first, each once."""
    found: dict[type[BaseModel], None] = {}

    def walk(annotation: Any) -> None:
        model = model_of(annotation)
        if model is not None:
            if model in found:
                return
            found[model] = None
            for info in model.model_fields.values():
                walk(info.annotation)
        elif item_of(annotation) is not None:
            walk(item_of(annotation))

    walk(shape)
    return tuple(found)


def about(model: type[BaseModel]) -> str:
    """The first paragraph of what the model says about itself."""
    return " ".join((model.__doc__ or "").partition("\n\n")[0].split())


def descriptions(shape: Any) -> Iterator[str]:
    """Every English sentence that the models of a shape say about themselves."""
    for model in models_in(shape):
        yield about(model)
        for info in model.model_fields.values():
            yield info.description or ""


def form(annotation: Any) -> tuple[str, str]:
    """What to write in a field, in English and Indonesian."""
    found = bare(annotation)
    if get_origin(found) is Literal:
        words = " · ".join(f"`{each}`" for each in get_args(found))
        return words, words
    if isinstance(found, type) and issubclass(found, Text):
        return "text per language", "teks per bahasa"
    if isinstance(found, type) and issubclass(found, Names):
        return "names per language", "nama-nama per bahasa"
    model = model_of(found)
    if model is not None:
        return f"{model.__name__}", f"{model.__name__}"
    item = item_of(found)
    if item is not None:
        en, id = form(item)
        return f"list of {en}", f"daftar {id}"
    return {
        int: ("whole number", "bilangan bulat"),
        bool: ("`true` or `false`", "`true` atau `false`"),
        str: ("one line", "satu baris"),
    }.get(found, ("date like 2026-03-01", "tanggal seperti 2026-03-01"))
