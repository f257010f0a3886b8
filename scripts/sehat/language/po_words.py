"""Whether translated interface words can stand where the English ones do."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message

from sehat.problems import Problem

RULE = "interface-words"

_PLACEHOLDER = re.compile(r"%\([^)]*\)[a-z]|%[a-z]|\{[^{}]*\}")
_PERCENT = re.compile(r"%(?!%|\([^)]*\)[a-z]|[a-z])")
_MARKUP = re.compile(r"<[^>]*>|[<>]|&#?\w+;")


def problem(file: str, line: int, en: str, id: str) -> Problem:
    """Something to change in a PO file."""
    return Problem(file, line, 1, "error", RULE, {"id": id, "en": en})


def message_problems(catalog: Messages, file: str, *, complete: bool) -> Iterator[Problem]:
    """Words without translation (where the language must be `complete`), doubtful ones, and broken placeholders."""
    for message in catalog:
        if message.id:
            yield from _one(message, catalog, file, complete)


def _one(message: Message, catalog: Messages, file: str, complete: bool) -> Iterator[Problem]:
    line = message.lineno or 1
    english, translated = _forms(message.id), _forms(message.string)
    words = english[0]
    if message.fuzzy:
        yield problem(
            file,
            line,
            f'The translation of "{words}" is marked as doubtful (fuzzy). Check it and delete the mark.',
            f'Terjemahan "{words}" ditandai meragukan (fuzzy). Periksa lalu hapus tandanya.',
        )
    if not all(translated):
        if complete or any(translated):
            yield problem(
                file,
                line,
                f'"{words}" has no translation, or not in every form. Write it.',
                f'"{words}" belum diterjemahkan, atau belum di setiap bentuk. Tulis terjemahannya.',
            )
        return
    needed, allowed = _placeholders(english[-1]), {part for form in english for part in _placeholders(form)}
    for form in translated:
        found = _placeholders(form)
        if not found <= allowed or (form is translated[-1] and not needed <= found) or message.check(catalog):
            wanted = ", ".join(sorted(needed)) or "-"
            yield problem(
                file,
                line,
                f'The translation of "{words}" must hold the same placeholders: {wanted}. Copy them exactly.',
                f'Terjemahan "{words}" harus memuat tanda pengganti yang sama: {wanted}. Salin persis.',
            )
            break
    if allowed and any(_PERCENT.search(form) for form in translated):
        yield problem(
            file,
            line,
            f'The translation of "{words}" has a single percent sign. Write it twice (%%).',
            f'Terjemahan "{words}" memuat satu tanda persen. Tulis dua kali (%%).',
        )
    marks = {mark for form in english for mark in _MARKUP.findall(form)}
    if any(not set(_MARKUP.findall(form)) <= marks for form in translated):
        yield problem(
            file,
            line,
            f'The translation of "{words}" holds HTML that the English has not. Write the words alone.',
            f'Terjemahan "{words}" memuat HTML yang tidak ada dalam bahasa Inggrisnya. Tulis kata-katanya saja.',
        )


def _forms(words: object) -> tuple[str, ...]:
    return tuple(str(form) for form in words) if isinstance(words, tuple | list) else (str(words or ""),)


def _placeholders(words: str) -> set[str]:
    return set(_PLACEHOLDER.findall(words.replace("%%", "")))
