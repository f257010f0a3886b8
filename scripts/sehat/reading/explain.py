"""Model errors in editors' words, at the line where they stand."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from sehat.model.text import Languages
from sehat.problems import Problem
from sehat.reading.blanks import BLANK
from sehat.reading.marks import Marks, Path

FEW = 7


def nearest(word: str, allowed: Iterable[str], locale: str) -> str:
    """A "did you mean" sentence with a space before it, or the allowed words when they are few, or nothing."""
    words = sorted(set(allowed))
    close = difflib.get_close_matches(word, words, 1, 0.6)
    if close:
        return f' Did you mean "{close[0]}"?' if locale == "en" else f' Maksudnya "{close[0]}"?'
    if 0 < len(words) <= FEW:
        listed = ", ".join(f'"{each}"' for each in words)
        return f" Use one of: {listed}." if locale == "en" else f" Pilih salah satu: {listed}."
    return ""


def explain(error: ValidationError, model: Any, data: Any, marks: Marks, languages: Languages) -> Iterator[Problem]:
    """The problems behind a validation error of `data`, which was read from the file of `marks`."""
    details = error.errors(include_url=False)
    paths = [tuple(detail["loc"]) for detail in details]
    for detail, path in zip(details, paths, strict=True):
        # Items that are wrong themselves are not counted, so a list of them would be called too short as well.
        if detail["type"] == "too_short" and any(len(other) > len(path) == _shared(other, path) for other in paths):
            continue
        yield from _explain_one(detail, path, model, data, marks, languages)


def _explain_one(
    detail: Mapping[str, Any], path: Path, model: Any, data: Any, marks: Marks, languages: Languages
) -> Iterator[Problem]:
    kind = detail["type"]
    here = marks.existing(path)
    name = _name(here)
    written = _value(data, here)
    if isinstance(written, str) and BLANK.search(written):
        return  # The rule about blanks tells it.

    def problem(rule: str, en: str, id: str, at: Path = here, key: bool = False) -> Problem:
        mark = marks.of_key(at) if key else marks.of(at)
        return Problem(marks.file, mark.line, mark.column, "error", rule, {"id": id, "en": en})

    if kind == "missing":
        field = str(path[-1])
        line, en, id = _gap(marks, here, field, _fields_at(model, path[:-1]))
        yield Problem(
            marks.file,
            line,
            1,
            "error",
            "missing-field",
            {
                "en": f'{_start(name, "en")}"{field}" is missing. Add it {en}.',
                "id": f'{_start(name, "id")}"{field}" belum ada. Tambahkan {id}.',
            },
        )
    elif kind == "extra_forbidden":
        field = str(path[-1])
        allowed = _fields_at(model, path[:-1])
        yield problem(
            "unknown-field",
            f'There is no field called "{field}" here.{nearest(field, allowed, "en") or " Remove it."}',
            f'Tidak ada isian bernama "{field}" di sini.{nearest(field, allowed, "id") or " Hapus."}',
            key=True,
        )
    elif kind == "per_locale":
        yield from _explain_words(detail["ctx"]["parts"], path, here, model, marks, languages, data)
    elif _value(data, here) is None and kind in BLOCKS:
        line, en, id = _below(marks, here)
        words = {
            "en": f"{name} is empty. Write it indented {en}, or delete its name.",
            "id": f"{name} kosong. Tulis dengan lekuk {id}, atau hapus namanya.",
        }
        yield Problem(marks.file, line, 1, "error", "nothing-written", words)
    elif _value(data, here) is None:
        yield problem(
            "nothing-written",
            f"{name} is empty. Fill it, or delete the line.",
            f"{name} kosong. Isi, atau hapus barisnya.",
            key=True,
        )
    elif kind in ("tuple_type", "list_type"):
        yield problem(
            "wrong-type",
            f'{name} must be a list, each item on a line that starts with "- ".',
            f'{name} harus berupa daftar; tiap isi di baris yang diawali "- ".',
        )
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        yield problem(
            "wrong-type",
            f"{name} must hold fields, one per line and indented by two spaces.",
            f"{name} harus berisi isian, satu per baris dan menjorok dua spasi.",
        )
    elif kind in ("string_type", "string_sub_type"):
        yield problem("wrong-type", f"{name} must be text.", f"{name} harus berupa teks.")
    elif kind in ("literal_error", "string_pattern_mismatch") and not isinstance(_value(data, here), str):
        yield problem("wrong-type", f"{name} must be one word.", f"{name} harus berupa satu kata.")
    elif kind == "literal_error":
        value = str(_value(data, here))
        allowed = _allowed(detail)
        yield problem(
            "allowed-values",
            f'"{value}" is not one of the values of {name}.{nearest(value, allowed, "en")}',
            f'"{value}" bukan nilai untuk {name}.{nearest(value, allowed, "id")}',
        )
    elif kind == "too_short":
        yield problem(
            "nothing-written",
            f"{name} needs at least {detail['ctx']['min_length']} item(s). Add one.",
            f"{name} perlu paling sedikit {detail['ctx']['min_length']} isi. Tambahkan.",
            key=True,
        )
    elif kind == "string_too_short":
        yield problem(
            "nothing-written",
            f"{name} is empty. Fill it, or delete the line.",
            f"{name} kosong. Isi, atau hapus barisnya.",
        )
    else:
        value = str(_value(data, here))[:60]
        en, id = WORDS.get(kind, (f"does not fit ({detail['msg']})", f"tidak cocok ({detail['msg']})"))
        bound = detail.get("ctx", {})
        limit = bound.get("ge", bound.get("le", ""))
        yield problem(
            "wrong-type",
            f'"{value}" {en.format(limit=limit)}. Correct {name}.',
            f'"{value}" {id.format(limit=limit)}. Perbaiki {name}.',
        )


BLOCKS = ("tuple_type", "list_type", "model_type", "model_attributes_type", "dict_type")
"""Errors of a place that wants lines below its name."""
WORDS = {
    "whole_number": ("is not a whole number", "bukan bilangan bulat"),
    "true_false": ('is neither "true" nor "false"', 'bukan "true" atau "false"'),
    "calendar_date": (
        "is not a date of the calendar written like 2026-03-01",
        "bukan tanggal yang benar dengan bentuk 2026-03-01",
    ),
    "greater_than_equal": ("is below {limit}", "kurang dari {limit}"),
    "less_than_equal": ("is above {limit}", "lebih dari {limit}"),
    "string_pattern_mismatch": ("does not have the right form", "bentuknya belum benar"),
}

PARTS = {
    "missing-locale": (
        "missing-language",
        '{name} has no text in "{code}". Add the line "{code}: …" {place}.',
        '{name} belum punya teks bahasa "{code}". Tambahkan baris "{code}: …" {place}.',
    ),
    "empty": (
        "missing-language",
        '{name}: the text in "{code}" is empty. Fill it.',
        '{name}: teks "{code}" kosong. Isi.',
    ),
    "not-text": ("wrong-type", '{name}: "{code}" must be text.', '{name}: "{code}" harus berupa teks.'),
    "not-a-list": (
        "wrong-type",
        '{name}: "{code}" must be a list, each item on a line that starts with "- ".',
        '{name}: "{code}" harus berupa daftar; tiap isi di baris yang diawali "- ".',
    ),
    "name-twice": (
        "written-twice",
        '{name}: this name stands twice under "{code}". Keep one.',
        '{name}: nama ini tertulis dua kali di "{code}". Sisakan satu.',
    ),
    "not-a-mapping": (
        "missing-language",
        '{name} needs one line per language, like "id: …" and "en: …".',
        '{name} perlu satu baris per bahasa, seperti "id: …" dan "en: …".',
    ),
}


def _explain_words(
    parts: list[tuple[str, str]],
    path: Path,
    here: Path,
    model: Any,
    marks: Marks,
    languages: Languages,
    data: Any,
) -> Iterator[Problem]:
    name = _name(here)
    in_statement = bool(path) and path[-1] == "text" and here != path
    beside = [field for field in _fields_at(model, path[:-1]) if field != "text"] if in_statement else []
    for part, code in parts:
        if part == "not-a-mapping" and _value(data, here) is None:
            part = "empty-words"
        at = (*here, code) if (*here, code) in marks.values else here
        mark = marks.of_key(at) if at != here and part not in ("not-a-list", "not-text") else marks.of(at)
        if part == "name-twice":
            rule, en, id = PARTS[part]
            for number in _repeated(_value(data, (*here, code))):
                mark = marks.of((*here, code, number))
                words = {"id": id.format(name=name, code=code), "en": en.format(name=name, code=code)}
                yield Problem(marks.file, mark.line, mark.column, "error", rule, words)
            continue
        if part == "not-text" and isinstance(_value(data, (*here, code)), tuple):
            rule, en, id = PARTS[part]
            for number, item in enumerate(_value(data, (*here, code))):
                if not isinstance(item, str) or not item.strip():
                    mark = marks.of((*here, code, number))
                    words = {"id": id.format(name=name, code=code), "en": en.format(name=name, code=code)}
                    yield Problem(marks.file, mark.line, mark.column, "error", rule, words)
            continue
        if part == "missing-locale":
            line, en, id = _gap(marks, here, code, [*languages.all, *beside])
            rule, en_words, id_words = PARTS[part]
            en, id = en_words.format(name=name, code=code, place=en), id_words.format(name=name, code=code, place=id)
            yield Problem(marks.file, line, 1, "error", rule, {"id": id, "en": en})
            continue
        if part == "unknown-locale":
            allowed = (*languages.all, *beside)
            en = f'There is no field or language called "{code}" here.{nearest(code, allowed, "en")}'
            id = f'Tidak ada isian atau bahasa bernama "{code}" di sini.{nearest(code, allowed, "id")}'
            yield Problem(marks.file, mark.line, mark.column, "error", "unknown-field", {"id": id, "en": en})
            continue
        if part == "empty-words":
            line, en, id = _below(marks, here)
            words = {
                "en": f"{name} is empty. Write it indented {en}, or delete its name.",
                "id": f"{name} kosong. Tulis dengan lekuk {id}, atau hapus namanya.",
            }
            yield Problem(marks.file, line, 1, "error", "nothing-written", words)
            continue
        if part == "empty" and isinstance(model_value := _value(data, here), dict) and _lists(model_value, code):
            line, place_en, place_id = _below(marks, (*here, code))
            words = {
                "en": f'{name}: the list in "{code}" is empty. Write a name {place_en}.',
                "id": f'{name}: daftar "{code}" kosong. Tulis satu nama {place_id}.',
            }
            yield Problem(marks.file, line, 1, "error", "missing-language", words)
            continue
        rule, en, id = PARTS[part]
        en, id = en.format(name=name, code=code), id.format(name=name, code=code)
        yield Problem(marks.file, mark.line, mark.column, "error", rule, {"id": id, "en": en})


def _lists(words: Mapping[str, Any], code: str) -> bool:
    """Whether another language has a list where this one is empty."""
    return any(isinstance(value, tuple) for other, value in words.items() if other != code)


def _repeated(names: tuple[str, ...]) -> Iterator[int]:
    """The numbers of the names that stand more than once."""
    small = [name.casefold() for name in names]
    return (number for number, name in enumerate(small) if small.count(name) > 1)


def _gap(marks: Marks, here: Path, field: str, order: list[str]) -> tuple[int, str, str]:
    """The line at which a missing field belongs, and how to say so in English and Indonesian."""
    before = order[: order.index(field)] if field in order else []
    inside = [
        mark.line
        for places in (marks.keys, marks.values)
        for path, mark in places.items()
        if len(path) > len(here) and path[: len(here)] == here and str(path[len(here)]).partition("\0")[0] in before
    ]
    last = max(inside, default=marks.of(here).line - 1)
    following = min((mark.line for mark in marks.keys.values() if mark.line > last), default=0)
    following = min([following, *(m.line for m in marks.values.values() if m.line > last)]) if following else 0
    return _between(last, following)


def _below(marks: Marks, here: Path) -> tuple[int, str, str]:
    """The line above which the lines of an empty field belong, and how to say so."""
    name = marks.of_key(here).line
    return _between(name, min((mark.line for mark in marks.keys.values() if mark.line > name), default=0))


def _between(last: int, following: int) -> tuple[int, str, str]:
    if following:
        return following, "above this line", "di atas baris ini"
    return last, "below this line", "di bawah baris ini"


def _shared(one: Path, other: Path) -> int:
    """How many elements two paths have in common from their start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _name(path: Path) -> str:
    """The place of a value in words an editor can find: `steps, item 2, why`."""
    words = [f"item {part + 1}" if isinstance(part, int) else str(part) for part in path]
    return ", ".join(words) or "This file"


def _start(name: str, locale: str) -> str:
    if name == "This file":
        return ""
    return f"{name}: "


def _value(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _allowed(detail: Mapping[str, Any]) -> list[str]:
    """The allowed values that pydantic lists in its message."""
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",") if word.strip()]


def _fields_at(model: Any, path: Path) -> list[str]:
    """The names of the fields that the model has at `path`."""
    for part in path:
        if isinstance(part, int):
            continue
        model = _member(model, str(part))
    model = _model_in(model)
    return list(model.model_fields) if model else []


def _member(model: Any, field: str) -> Any:
    inner = _model_in(model)
    if inner is None:
        return None
    info = inner.model_fields.get(field)
    return info.annotation if info else model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `annotation`, through tuples, dicts and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    return None
