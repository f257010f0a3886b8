"""Everything that was read, in one frozen value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sehat.model.aids import Comparison, Drawing
from sehat.model.changes import Change
from sehat.model.entities import Cause, Condition, Examination, Finding, Page, Remedy, Source, Term
from sehat.model.foreign import ForeignPhrases
from sehat.model.node import Entity
from sehat.model.search import Search
from sehat.model.selfcheck import AnswerRole, Boundary, Offer, Relevance, Screen
from sehat.model.site import Example, Fact, Group, Rule, SafetyNet, Site, UrgencyLevel
from sehat.model.text import Languages
from sehat.model.walkthroughs import Walkthrough


@dataclass(frozen=True)
class Prose:
    """A page that is not an entity, in one locale: front matter and rich text below it."""

    slug: str
    locale: str
    file: str
    title: str
    address: str
    summary: str
    body: str
    body_line: int


@dataclass(frozen=True, eq=False)
class Library:
    """The content of the site. Mappings are by slug (or id), in alphabetical order of the files.

    Two libraries are the same only when they are one object, so what follows from one can be kept beside it.
    """

    root: Path
    languages: Languages
    site: Site
    safety_net: SafetyNet
    conditions: Mapping[str, Condition]
    causes: Mapping[str, Cause]
    remedies: Mapping[str, Remedy]
    examinations: Mapping[str, Examination]
    findings: Mapping[str, Finding]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    levels: Mapping[str, UrgencyLevel]
    groups: Mapping[str, Group]
    rules: Mapping[str, Rule]
    examples: Mapping[str, Example]
    facts: Mapping[str, Fact]
    screens: Mapping[str, Screen]
    relevance: Mapping[str, Relevance]
    answers: Mapping[str, AnswerRole]
    boundaries: Mapping[str, Boundary]
    offers: Mapping[str, Offer]
    changes: Mapping[str, Change]
    drawings: Mapping[str, Drawing]
    comparisons: Mapping[str, Comparison]
    walkthroughs: Mapping[str, Walkthrough]
    foreign: Mapping[str, ForeignPhrases]
    prose: Mapping[str, Mapping[str, Prose]]
    known: Mapping[str, frozenset[str]]
    """Slugs per kind that have a file, also where the file could not be read."""
    search: Search = field(default_factory=Search)

    def entities(self) -> Iterator[Entity]:
        """Every entity, kind by kind."""
        for group in (
            self.conditions,
            self.causes,
            self.remedies,
            self.examinations,
            self.findings,
            self.sources,
            self.terms,
        ):
            yield from group.values()

    def page_entity(self, kind: str, slug: str) -> Page | None:
        """The entity that a page of this kind is about; None for pages about no entity."""
        groups: dict[str, Mapping[str, Page]] = {
            "condition": self.conditions,
            "cause": self.causes,
            "remedy": self.remedies,
            "examination": self.examinations,
            "finding": self.findings,
        }
        return groups.get(kind, {}).get(slug)

    @property
    def default_locale(self) -> str:
        """The locale of readers who chose none."""
        return self.languages.published[0]
