"""Languages in the making: their texts come from PO files, and what is missing stays in English."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sehat.problems import Problem
from sehat.reading.files import read_text
from sehat.reading.po import FOLDER, by_place, po_file_name, read_po
from sehat.reading.po_places import places

INTERFACE = "content/interface"
SOURCE = "en"


def draft_locales(root: Path, published: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that have a file of words but are not published."""
    found = {path.stem for folder in (FOLDER, INTERFACE) for path in (root / folder).glob("*.po")}
    return tuple(sorted(found - set(published)))


def add_drafts(root: Path, drafts: Iterable[str], parts: Iterable[tuple[str, Any]]) -> list[Problem]:
    """Give every text the words that drafts have for it; what is wrong with their files."""
    problems: list[Problem] = []
    spots = list(places(parts))
    for locale in drafts:
        file = po_file_name(locale)
        if not (root / file).exists():
            continue
        text, found = read_text(root / file, file)
        made, unreadable = read_po(text, locale, file) if text is not None else (None, [])
        problems += [*found, *unreadable]
        if made is None:
            continue
        words = by_place(made)
        for place in spots:
            translated = words.get((place.context, place.words(SOURCE)))
            if translated:
                place.text.add(locale, place.value(translated))
    return problems
