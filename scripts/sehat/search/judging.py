"""How well search answers the labelled queries."""

import hashlib
import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sehat.model.search import LabelledQuery

BEST, GOOD = 2, 1
COUNTED = 10
SEED = 20_261_120
RESAMPLES = 1_000


@dataclass(frozen=True)
class Judged:
    """What came of one query: the rank of the first page that the person needs (from 0), gain, notice."""

    query: LabelledQuery
    rank: int | None
    ndcg: float
    empty: bool
    flagged: bool


Measure = Callable[[Sequence[Judged]], float]

MEASURES: Mapping[str, Measure] = {
    "success@1": lambda found: _share(found, lambda each: each.rank == 0),
    "success@3": lambda found: _share(found, lambda each: each.rank is not None and each.rank < 3),
    "nDCG@10": lambda found: sum(each.ndcg for each in found) / len(found),
    "empty": lambda found: _share(found, lambda each: each.empty),
}


def held_out(query: LabelledQuery) -> bool:
    """Whether a query is in the half that weights and words are never tuned on."""
    return hashlib.sha256(query.text.encode("utf-8")).digest()[0] % 2 == 1


def judge(query: LabelledQuery, results: Sequence[str], *, flagged: bool) -> Judged:
    """Judge an answer; `results` are pages as `kind:name`, in order."""
    grades = {**dict.fromkeys(query.good, GOOD), **dict.fromkeys(query.best, BEST)}
    rank = next((place for place, page in enumerate(results) if grades.get(page) == BEST), None)
    ideal = _gain(sorted(grades.values(), reverse=True))
    return Judged(query, rank, _gain([grades.get(page, 0) for page in results]) / ideal, not results, flagged)


def interval(found: Sequence[Judged], measure: Measure) -> tuple[float, float]:
    """The middle 95 % of a measure over resampled queries; the same at every run."""
    chance = random.Random(SEED)
    values = sorted(measure(chance.choices(found, k=len(found))) for _ in range(RESAMPLES))
    return values[int(RESAMPLES * 0.025)], values[int(RESAMPLES * 0.975) - 1]


def missed_notices(found: Iterable[Judged]) -> float:
    """The share of red-flag queries without the notice."""
    return _share([each for each in found if each.query.red_flag], lambda each: not each.flagged)


def false_notices(found: Iterable[Judged]) -> float:
    """The share of the other queries with the notice."""
    return _share([each for each in found if not each.query.red_flag], lambda each: each.flagged)


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:COUNTED]))


def _share(found: Sequence[Judged], holds: Callable[[Judged], bool]) -> float:
    return sum(map(holds, found)) / len(found) if found else 0.0
