"""A new file with every field in order and a blank wherever words belong."""

import datetime
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sehat.editing.canonical import canonical
from sehat.editing.shapes import bare, item_of, model_of
from sehat.editing.words_id import in_indonesian
from sehat.model.entities import Review
from sehat.model.library import Library
from sehat.model.references import kind_of_field
from sehat.model.statement import Statement
from sehat.model.text import Names, Text
from sehat.reading.blanks import blank
from sehat.reading.yaml_text import Scalar

LEFT_OUT = frozenset(("former_addresses", "facts", "check"))
"""Fields that a new file never has."""
LEFT_OUT_IN_STATEMENTS = frozenset(("note", "facts", "check"))


def scaffold(model: type[BaseModel], locales: tuple[str, ...], library: Library | None = None) -> str:
    """The text of a new file of this kind."""
    return canonical(_model(model, locales, library), model, locales)


def _model(model: type[BaseModel], locales: tuple[str, ...], library: Library | None) -> dict[str, Any]:
    if model is Review:
        return {"state": _plain("awaiting-clinical-review")}
    fields: dict[str, Any] = {}
    if issubclass(model, Statement):
        fields |= _words("Kalimatnya", "The sentence", locales)
    for name, info in model.model_fields.items():
        in_statement = issubclass(model, Statement)
        if name in LEFT_OUT or (in_statement and (name == "text" or name in LEFT_OUT_IN_STATEMENTS)):
            continue
        fields[name] = _field(model, name, info, locales, library)
    return fields


def _field(
    model: type[BaseModel], name: str, info: FieldInfo, locales: tuple[str, ...], library: Library | None
) -> Any:
    about = info.description or name
    return _value(info.annotation, about, kind_of_field(model, name), locales, library)


def _value(annotation: Any, about: str, kind: str | None, locales: tuple[str, ...], library: Library | None) -> Any:
    found = bare(annotation)
    inner = model_of(found)
    if isinstance(found, type) and issubclass(found, Names):
        return {code: (words,) for code, words in _words(in_indonesian(about), about, locales).items()}
    if isinstance(found, type) and issubclass(found, Text):
        return _words(in_indonesian(about), about, locales)
    if inner is not None:
        if issubclass(inner, Statement):
            return _words(in_indonesian(about), about, locales) | {
                key: value for key, value in _model(inner, locales, library).items() if key not in locales
            }
        return _model(inner, locales, library)
    if item_of(found) is not None:
        return (_value(item_of(found), about, kind, locales, library),)
    return _single(found, about, kind, library)


def _single(found: Any, about: str, kind: str | None, library: Library | None) -> Scalar:
    if get_origin(found) is Literal:
        return _plain(blank(", ".join(get_args(found))))
    if kind in ("level", "group") and library is not None:
        return _plain(blank(", ".join(getattr(library, f"{kind}s"))))
    if kind == "source":
        return _plain(blank("nama berkas di content/sources", "name of a file in content/sources"))
    if kind is not None:
        hint = "nama berkas" if kind not in ("answer", "asked") else "temuan, atau temuan=jawaban"
        return _plain(blank(f"{hint}. {in_indonesian(about)}", about))
    if found is datetime.date:
        return _plain(blank(f"tanggal seperti 2026-03-01. {in_indonesian(about)}", about))
    if found is bool:
        return _plain(blank(f"true, false. {in_indonesian(about)}", about))
    return _plain(blank(in_indonesian(about), about))


def _words(id: str, en: str, locales: tuple[str, ...]) -> dict[str, Any]:
    return {code: _plain(blank(id) if code == "id" else blank("", en)) for code in locales}


def _plain(words: str) -> Scalar:
    return Scalar(words, quoted=False)
