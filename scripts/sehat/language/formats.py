"""Dates, lists, numbers, names and alphabetical order, as a language writes them (Babel, CLDR)."""

import datetime
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

Number = int | float | Decimal

# CLDR calls it "Indonesia"; a language switch says what people call it.
_OWN_NAMES = {"id": "Bahasa Indonesia"}
_FALLBACK = "en"


@cache
def cldr(locale: str) -> Locale:
    """What Babel knows about `locale`; English for languages it does not know, such as Minangkabau."""
    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK)


def long_date(day: datetime.date, locale: str) -> str:
    """A calendar day: "1 Maret 2026", "March 1, 2026"."""
    return str(format_date(day, "long", locale=cldr(locale)))


def month_year(day: datetime.date, locale: str) -> str:
    """The month of a day: "Maret 2026"."""
    return str(format_skeleton("yMMMM", day, locale=cldr(locale)))


def and_list(items: Iterable[str], locale: str) -> str:
    """All of them: "a, b, dan c"."""
    return str(format_list(list(items), locale=cldr(locale)))


def or_list(items: Iterable[str], locale: str) -> str:
    """One of them: "a, b, atau c"."""
    return str(format_list(list(items), style="or", locale=cldr(locale)))


def number(value: Number, locale: str) -> str:
    """A number: "1.234,5" in Indonesian, "1,234.5" in English."""
    return str(format_decimal(value, locale=cldr(locale)))


def number_range(low: Number, high: Number, locale: str) -> str:
    """From one number to another: "7–9". One number when both are the same.

    CLDR's ranges are not in Babel. Both languages write an en dash; spaces around it keep a minus sign apart.
    """
    if low == high:
        return number(low, locale)
    dash = " – " if low < 0 or high < 0 else "–"
    return f"{number(low, locale)}{dash}{number(high, locale)}"


def quantity(value: Number, unit: str, locale: str) -> str:
    """A number with its unit: "3 menit", "38,5°C". Units have CLDR's names, such as "duration-minute"."""
    length: Literal["short", "long"] = "short" if unit.startswith("temperature") else "long"
    said = str(format_unit(value, unit, length, locale=cldr(locale)))
    # Babel prints the unit's technical name where a language has none.
    return said if unit not in said else str(format_unit(value, unit, length, locale=_FALLBACK))


def quantity_range(low: Number, high: Number, unit: str, locale: str) -> str:
    """A range with its unit: "7–9 jam", "1–2 hours"."""
    return quantity(high, unit, locale).replace(number(high, locale), number_range(low, high, locale), 1)


def sort_key(text: str, locale: str) -> tuple[tuple[str, ...], str]:
    """The place of `text` in an A–Z list: letters before case and accents, marks do not count, numbers first.

    Good for languages that sort as Indonesian and English do; one with letters of its own after z needs its own order.
    """
    del locale
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return tuple("".join(c if c.isalnum() else " " for c in plain).split()), text


def index_letter(text: str, locale: str) -> str:
    """The heading of an A–Z list under which `text` stands: a capital letter, or "#" for anything else."""
    words, _ = sort_key(text, locale)
    first = words[0][0].upper() if words else "#"
    return first if first.isalpha() else "#"


def language_name(language: str, locale: str) -> str:
    """The name of a language in another: "Inggris". Its code when it has no name there."""
    if language == locale:
        return own_name(language)
    return str(cldr(locale).languages.get(language, language))


def own_name(language: str) -> str:
    """The name of a language in itself: "Bahasa Indonesia", "English". Its code when Babel does not know it."""
    known = cldr(language)
    if known.language != language.replace("-", "_").split("_")[0]:
        return language
    return _OWN_NAMES.get(language) or str(known.get_display_name(known) or language)


def with_territory(locale: str) -> str:
    """A language with the country where most of its readers are, as link previews want it: "id_ID"; empty if unknown."""
    parts = get_global("likely_subtags").get(locale, "").split("_")
    return f"{locale}_{parts[-1]}" if len(parts) > 1 else ""


def text_direction(locale: str) -> str:
    """The direction in which a language is written: "ltr" or "rtl"."""
    return str(cldr(locale).text_direction)
