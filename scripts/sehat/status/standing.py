"""The state of the content on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sehat.checks.due import months_later
from sehat.checks.parts import LEDGER, parts, walked
from sehat.checks.stale import stale
from sehat.editing.wordings import wordings
from sehat.model.entities import Page, Review
from sehat.model.library import Library
from sehat.model.statement import Statement
from sehat.reading.blanks import BLANK
from sehat.reading.lock import read_lock
from sehat.reading.po_places import places
from sehat.status.measures import Measure, measures

SOURCE_MONTHS = 12
"""A source's address is opened again after so many months."""


@dataclass(frozen=True)
class Language:
    """How far a language is: texts it has, texts whose other language changed, texts never compared."""

    locale: str
    published: bool
    texts: int
    present: int
    stale: int
    unknown: int

    @property
    def complete(self) -> float:
        """The share of texts that are there."""
        return self.present / self.texts if self.texts else 1.0


@dataclass(frozen=True)
class Spot:
    """Something to look at: a file, and a few words about it in English and Indonesian."""

    file: str
    en: str
    id: str


@dataclass(frozen=True)
class Standing:
    """Everything that editors want to know at a glance."""

    today: date
    languages: tuple[Language, ...]
    reviewed: int
    awaiting: int
    reviews_due: tuple[Spot, ...]
    numbers_due: tuple[Spot, ...]
    sources_unchecked: tuple[Spot, ...]
    uncertain: tuple[Spot, ...]
    without_summary: tuple[Spot, ...]
    measures: tuple[Measure, ...]


@lru_cache(maxsize=1)
def standing(library: Library, today: date) -> Standing:
    """The state of the content on `today`."""
    reviews = [
        (entity, review)
        for entity in library.entities()
        if isinstance(review := getattr(entity, "review", None), Review)
    ]
    return Standing(
        today=today,
        languages=tuple(_languages(library)),
        reviewed=sum(review.state == "reviewed" for _, review in reviews),
        awaiting=sum(review.state != "reviewed" for _, review in reviews),
        reviews_due=tuple(
            Spot(entity.file, f"due on {review.due}", f"jatuh tempo {review.due}")
            for entity, review in reviews
            if review.due is not None and review.due <= today
        ),
        numbers_due=tuple(
            Spot("content/site.yaml", f"{each.number}, compared on {each.checked}", f"{each.number}, {each.checked}")
            for each in library.site.emergency_numbers
            if months_later(each.checked, library.site.number_check_months) <= today
        ),
        sources_unchecked=tuple(_sources(library, today)),
        uncertain=tuple(_uncertain(library)),
        without_summary=tuple(_without_summary(library)),
        measures=tuple(measures(library)),
    )


def _languages(library: Library) -> Iterator[Language]:
    pairs, _ = read_lock(library.root)
    found = list(wordings(library))
    behind = list(stale(library, pairs))
    known = {each for pair in pairs for each in pair}
    unknown = sum(1 for each in found if not known.intersection(each.hashes))
    spots = [place for place in places(parts(library)) if place.path[-1:] != ("address",)]
    for number, locale in enumerate(library.languages.published):
        old = sum(1 for _, which in behind if which == number)
        present = sum(1 for place in spots if locale in place.text and not BLANK.search(place.words(locale)))
        yield Language(locale, True, len(spots), present, old, unknown)
    for locale in library.languages.drafts:
        yield Language(locale, False, len(spots), sum(1 for place in spots if locale in place.text), 0, 0)


def _sources(library: Library, today: date) -> Iterator[Spot]:
    for source in library.sources.values():
        if not source.linkable:
            continue
        if source.checked is None:
            yield Spot(source.file, "never opened since it was read", "belum pernah dibuka lagi sejak dibaca")
        elif months_later(source.checked, SOURCE_MONTHS) <= today:
            yield Spot(source.file, f"last opened on {source.checked}", f"terakhir dibuka {source.checked}")


def _uncertain(library: Library) -> Iterator[Spot]:
    for slug, fact in library.facts.items():
        if fact.check in ("unverified", "disputed"):
            yield Spot(LEDGER, f"{slug}, {fact.check}: {fact.says['en']}", f"{slug}, {fact.check}: {fact.says['id']}")
    for file, _, node in walked(library):
        if isinstance(node, Statement) and node.check in ("unverified", "disputed") and not node.facts:
            yield Spot(file, f"{node.check}: {node.text['en']}", f"{node.check}: {node.text['id']}")


def _without_summary(library: Library) -> Iterator[Spot]:
    for entity in library.entities():
        if isinstance(entity, Page) and any(BLANK.search(entity.summary.text[c]) for c in library.languages.published):
            yield Spot(entity.file, "the summary is a blank", "ringkasan masih kosong")
    for by_locale in library.prose.values():
        for page in by_locale.values():
            if not page.summary.strip() or BLANK.search(page.summary):
                yield Spot(page.file, "the summary is a blank", "ringkasan masih kosong")
