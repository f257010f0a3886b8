"""How soon to seek help is said alike in every language, and advice stands at the level that its words say."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sehat.checks.parts import problem, said, walked
from sehat.model.library import Library
from sehat.model.statement import Advice
from sehat.problems import Problem

FORMULAS: dict[str, dict[str, tuple[str, str]]] = {
    "emergency-now": {
        "id": ("Telepon 119 atau ke IGD sekarang", r"telepon 119|\b119\b|IGD (?:\w+ )?sekarang|darurat sekarang"),
        "en": (
            "Call 119 or go to the emergency department now",
            r"call 119|\b119\b|emergency department (?:\w+ )?now|emergency help now",
        ),
    },
    "same-day": {
        "id": ("hari ini", r"(?<!beberapa )\bhari (?:ini|itu)\b"),
        "en": ("today", r"\btoday\b|\b(?:the same|that same|that very|that) day\b"),
    },
    "within-days": {
        "id": ("paling lambat 2 minggu", r"paling lam(?:bat|a) (?:2|dua) minggu|dalam (?:2|dua) minggu"),
        "en": ("2 weeks at the most", r"(?:2|two) weeks at (?:the )?most|within (?:2|two) weeks|in (?:2|two) weeks"),
    },
    "routine": {
        "id": ("kontrol berikutnya", r"kontrol berikutnya|kunjungan berikutnya"),
        "en": ("your next planned visit", r"planned visit|next visit"),
    },
}
"""Per level and language: the words to use, and the pattern that finds them."""
POINTS_UP = {
    "id": re.compile(r"\b(?:hal yang sama|begitu juga|demikian juga|sama seperti di atas)\b", re.I),
    "en": re.compile(r"\b(?:do the same|the same holds|the same applies|as above|likewise)\b", re.I),
}
"""Advice that leans on the one above it; pages sort advice by urgency, so nothing may stand above it."""
WATCHED = re.compile(
    r"\b(?:dipantau|pantau|dirawat|rawat|membaik|mereda|belum hilang|not gone|watch\w*|cared for|settles?)\b", re.I
)
"""Two weeks of watching at home are a limit of self-care, not a visit."""
PATTERNS = {
    level: {locale: re.compile(pattern, re.I) for locale, (_, pattern) in by_locale.items()}
    for level, by_locale in FORMULAS.items()
}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each text whose urgency differs between languages or from its level."""
    for each in said(library):
        for one, other in pairwise(code for code in each.text if code in ("id", "en")):
            for level, patterns in PATTERNS.items():
                found = {code: bool(patterns[code].search(each.text[code])) for code in (one, other)}
                if found[one] != found[other]:
                    has, lacks = (one, other) if found[one] else (other, one)
                    yield problem(
                        library,
                        each.file,
                        (*each.path, lacks),
                        "urgency",
                        en=f'"{has}" says "{FORMULAS[level][has][0]}", but "{lacks}" does not say '
                        f'"{FORMULAS[level][lacks][0]}". Make both as urgent.',
                        id=f'"{has}" menyebut "{FORMULAS[level][has][0]}", tetapi "{lacks}" tidak menyebut '
                        f'"{FORMULAS[level][lacks][0]}". Samakan mendesaknya.',
                    )
    for file, path, node in walked(library):
        if isinstance(node, Advice):
            yield from _level(library, file, (*path, "level"), node)


def _points_up(advice: Advice) -> str | None:
    return next(
        (
            found[0]
            for code, words in advice.text.items()
            if code in POINTS_UP and (found := POINTS_UP[code].search(words))
        ),
        None,
    )


def level_said(words: str, locale: str) -> str | None:
    """The most urgent level that `words` name with one of the fixed formulas."""
    level = next((level for level, patterns in PATTERNS.items() if patterns[locale].search(words)), None)
    return None if level == "within-days" and WATCHED.search(words) else level


def _level(library: Library, file: str, path: tuple[str | int, ...], advice: Advice) -> Iterator[Problem]:
    pointing = _points_up(advice)
    if pointing:
        yield problem(
            library,
            file,
            path[:-1],
            "urgency",
            en=f'"{pointing}" points at other advice, but pages sort advice by urgency. Say here how soon.',
            id=f'"{pointing}" merujuk anjuran lain, padahal halaman mengurutkan anjuran menurut mendesaknya. '
            "Sebutkan di sini seberapa cepat.",
        )
        return
    locale = next(code for code in advice.text if code in ("id", "en"))
    level = level_said(advice.text[locale], locale)
    if level is not None and level != advice.level:
        yield problem(
            library,
            file,
            path,
            "urgency",
            en=f'The words say "{FORMULAS[level]["en"][0]}", but the level is "{advice.level}". '
            f'Write "level: {level}", or change the words.',
            id=f'Kata-katanya menyebut "{FORMULAS[level]["id"][0]}", tetapi level-nya "{advice.level}". '
            f'Tulis "level: {level}", atau ubah kata-katanya.',
        )
    elif level is None and advice.level in FORMULAS:
        en, id = FORMULAS[advice.level]["en"][0], FORMULAS[advice.level]["id"][0]
        yield problem(
            library,
            file,
            path,
            "urgency",
            en=f'The level is "{advice.level}", but the words do not say how soon. Write "{en}".',
            id=f'Level-nya "{advice.level}", tetapi kata-katanya tidak menyebut seberapa cepat. Tulis "{id}".',
        )
