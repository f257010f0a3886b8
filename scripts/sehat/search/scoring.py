"""How much a term says about a page: one number from 0 to 15, made at build time."""

from collections import Counter
from collections.abc import Mapping, Sequence

WEIGHTS: Mapping[str, float] = {"title": 8.0, "names": 5.0, "signs": 2.5, "summary": 2.0}
LENGTH: Mapping[str, float] = {"title": 0.5, "names": 0.15, "signs": 0.4, "summary": 0.4}
"""How far a field's length counts: in a long list of names one name says as much as in a short one."""

MOST = {"title": 1, "names": 2, "signs": 3, "summary": 2}
"""A term that stands more often in a field than this says no more."""

HALF = 5.0
"""The sum of weights at which a term says half of what it can."""

STEPS = 15
"""More steps change no order that matters, and make the index larger."""

LEAST = 4
"""What says less than this is left out: it changes no order, and the index is smaller."""

Fields = Mapping[str, Sequence[str]]


def impacts(pages: Sequence[Fields]) -> list[dict[str, int]]:
    """For each page, given by the terms of its fields, what each term says about it."""
    average = {
        field: max(1.0, sum(len(page.get(field, ())) for page in pages) / max(1, len(pages))) for field in WEIGHTS
    }
    return [_impacts_of(page, average) for page in pages]


def _impacts_of(page: Fields, average: Mapping[str, float]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for field, terms in page.items():
        longer = 1 - LENGTH[field] + LENGTH[field] * len(terms) / average[field]
        for term, count in Counter(terms).items():
            sums[term] += WEIGHTS[field] * min(count, MOST[field]) / longer  # type: ignore[assignment]
    found = {term: round(STEPS * value / (HALF + value)) for term, value in sums.items()}
    return {term: value for term, value in found.items() if value >= LEAST}
