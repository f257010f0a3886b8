"""A sentence holds the same numbers and units in every language."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sehat.checks.parts import problem, said
from sehat.model.library import Library
from sehat.problems import Problem

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
SEPARATORS = {"id": (".", ","), "en": (",", ".")}
"""What stands between thousands, and before decimals."""
WORDS = {
    "id": ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"],
}
UNITS = {
    "second": ("detik", "seconds?"),
    "minute": ("menit", "minutes?"),
    "hour": ("jam", "hours?"),
    "day": ("hari", "days?"),
    "week": ("minggu", "weeks?"),
    "month": ("bulan", "months?"),
    "year": ("tahun", "years?"),
    "millimetre": ("mm", "mm"),
    "centimetre": ("cm", "cm"),
    "kilogram": ("kg", "kg|kilograms?"),
    "gram": ("g|gram", "g|grams?"),
    "litre": ("liter|l", "litres?|l"),
    "millilitre": ("ml|mililiter", "ml|millilitres?"),
    "degree": ("°C", "°C"),
    "glass": ("gelas", "glass(?:es)?"),
    "cup": ("cangkir", "cups?"),
    "time": ("kali", "times?"),
}
PLACE = {"id": 0, "en": 1}
UNIT = {
    locale: [(name, re.compile(rf"^[\s-]*(?:{forms[place]})(?!\w)", re.I)) for name, forms in UNITS.items()]
    for locale, place in PLACE.items()
}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each number that stands in one language only, and for units that differ."""
    for each in said(library):
        for one, other in pairwise(code for code in each.text if code in SEPARATORS):
            here = [*_missing(each.text[one], one, each.text[other], other)]
            there = [*_missing(each.text[other], other, each.text[one], one)]
            if here or there:
                said_here, said_there = ", ".join(here), ", ".join(there)
                yield problem(
                    library,
                    each.file,
                    (*each.path, other),
                    "numbers",
                    en=f'Only "{one}" says {said_here or "–"} and only "{other}" says {said_there or "–"}. '
                    "Write the same numbers in both.",
                    id=f'Hanya "{one}" menyebut {said_here or "–"} dan hanya "{other}" menyebut {said_there or "–"}. '
                    "Tulis angka yang sama di keduanya.",
                )
            else:
                for number, first, second in _units_differ(each.text[one], one, each.text[other], other):
                    yield problem(
                        library,
                        each.file,
                        (*each.path, other),
                        "numbers",
                        en=f'"{number}" is counted in {first} in "{one}" and in {second} in "{other}". Write one unit.',
                        id=f'"{number}" memakai satuan {first} di "{one}" dan {second} di "{other}". Samakan satuannya.',
                    )


def numbers(words: str, locale: str) -> Counter[str]:
    """The numbers of `words`, written alike for every language: `1.000,5` in Indonesian is `1000.5`."""
    return Counter(_plain(found[0], locale) for found in DIGITS.finditer(words))


def _plain(number: str, locale: str) -> str:
    thousands, decimal = SEPARATORS[locale]
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", number):
        number = number.replace(thousands, "")
    return number.replace(decimal, ".") if number.count(decimal) == 1 else number


def _missing(words: str, locale: str, others: str, other: str) -> Iterator[str]:
    """The numbers of `words` that `others` say neither in digits nor in words."""
    left = numbers(words, locale) - numbers(others, other)
    for number in left.elements():
        if not (number.isdigit() and _spelled(int(number), others.casefold(), other)):
            yield number


def _spelled(number: int, words: str, locale: str) -> bool:
    spelled = [*WORDS[locale][number : number + 1], *(["twice"] if (number, locale) == (2, "en") else [])]
    if any(re.search(rf"\b{word}\b", words) for word in spelled):
        return True
    return (
        locale == "id" and number == 1 and bool(re.search(r"\bse(?:menit|jam|hari|minggu|bulan|tahun|kali)\b", words))
    )


def _units(words: str, locale: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in DIGITS.finditer(words):
        after = words[match.end() :]
        unit = next((name for name, pattern in UNIT[locale] if pattern.match(after)), None)
        if unit:
            found.setdefault(_plain(match[0], locale), set()).add(unit)
    return found


def _units_differ(words: str, locale: str, others: str, other: str) -> Iterator[tuple[str, str, str]]:
    first, second = _units(words, locale), _units(others, other)
    for number in sorted(first.keys() & second.keys()):
        if first[number] != second[number]:
            names = [", ".join(sorted(each[number])) for each in (first, second)]
            yield number, names[0], names[1]
