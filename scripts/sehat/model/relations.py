"""The other direction of references, derived: which causes a sign speaks for, where a source is used, how urgent an answer is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sehat.model.entities import Cause, Examination, Finding, Option, RedFlag, Remedy
from sehat.model.library import Library
from sehat.model.references import statements
from sehat.model.site import Rule

T = TypeVar("T")
NO_LEVEL = "self-care"


@dataclass(frozen=True)
class Relations:
    """What follows from the library's references."""

    library: Library

    @cached_property
    def causes_of_condition(self) -> Mapping[str, tuple[Cause, ...]]:
        """Causes by the complaint they explain."""
        return _group((slug, cause) for cause in self.library.causes.values() for slug in cause.explains)

    @cached_property
    def remedies_of_condition(self) -> Mapping[str, tuple[Remedy, ...]]:
        """Remedies by the complaint they are for."""
        return _group((slug, remedy) for remedy in self.library.remedies.values() for slug in remedy.helps)

    @cached_property
    def examinations_of_condition(self) -> Mapping[str, tuple[Examination, ...]]:
        """Examinations by the complaint they are used for."""
        return _group((slug, each) for each in self.library.examinations.values() for slug in each.helps)

    @cached_property
    def causes_of_remedy(self) -> Mapping[str, tuple[Cause, ...]]:
        """Causes by the remedy or examination they name."""
        return _group(
            (slug, cause) for cause in self.library.causes.values() for slug in (*cause.remedies, *cause.examinations)
        )

    @cached_property
    def causes_of_finding(self) -> Mapping[str, tuple[Cause, ...]]:
        """Causes by the finding that speaks for them, strongest first, then those of which it is a red flag."""
        weighted: dict[str, dict[str, int]] = defaultdict(dict)
        for cause in self.library.causes.values():
            for answer in cause.red_flags:
                weighted[answer.partition("=")[0]].setdefault(cause.slug, 0)
            for evidence in cause.more_likely:
                name = evidence.finding.partition("=")[0]
                weighted[name][cause.slug] = max(weighted[name].get(cause.slug, 0), evidence.weight)
        causes = self.library.causes
        return {
            name: tuple(causes[slug] for slug in sorted(found, key=lambda slug: (-found[slug], slug)))
            for name, found in weighted.items()
        }

    @cached_property
    def files_of_source(self) -> Mapping[str, tuple[str, ...]]:
        """Files in which a source backs a statement."""
        pairs = (
            (source, entity.file)
            for entity in self.library.entities()
            for _, statement in statements(entity)
            for source in statement.sources
        )
        return {slug: tuple(dict.fromkeys(files)) for slug, files in _group(pairs).items()}

    @cached_property
    def _levels_by_rule(self) -> Mapping[str, str]:
        """The level an answer reaches through a rule that needs nothing else."""
        found: dict[str, str] = {}
        for rule in self.library.rules.values():
            when = rule.when
            if when.none or when.of or (when.all and when.any):
                continue
            alone = when.any if when.any else when.all if len(when.all) == 1 else ()
            for answer in alone:
                found[answer] = self.more_urgent(rule.level, found.get(answer, NO_LEVEL))
        return found

    def more_urgent(self, one: str, other: str) -> str:
        """The more urgent of two levels."""
        levels = self.library.levels
        if one not in levels or other not in levels:
            return one if one in levels else other
        return one if levels[one].rank <= levels[other].rank else other

    def level_of(self, answer: str) -> str:
        """The level that an answer reaches on its own, by itself or through a rule."""
        flag = self.red_flag(answer)
        own = flag.level if flag else NO_LEVEL
        return self.more_urgent(own, self._levels_by_rule.get(answer, NO_LEVEL))

    def most_urgent(self, finding: str) -> str:
        """The most urgent level that an answer to a finding reaches on its own."""
        level = self.level_of(finding)
        for each in self.library.findings[finding].options:
            level = self.more_urgent(self.level_of(f"{finding}={each.option}"), level)
        return level

    @cached_property
    def rules_of_finding(self) -> Mapping[str, tuple[Rule, ...]]:
        """Rules by the findings that help to meet them."""
        return _group(
            (name, rule)
            for rule in self.library.rules.values()
            for name in dict.fromkeys(
                answer.partition("=")[0] for answer in (*rule.when.all, *rule.when.any, *rule.when.of)
            )
        )

    def red_flag(self, answer: str) -> RedFlag | None:
        """The red flag of a finding or of one of its answers."""
        name, _, option = answer.partition("=")
        finding = self.library.findings.get(name)
        if finding is None:
            return None
        chosen = option_of(finding, option) if option else None
        return chosen.red_flag if chosen else finding.red_flag


def option_of(finding: Finding, option: str) -> Option | None:
    """The answer of a one-of question by its name."""
    return next((each for each in finding.options if each.option == option), None)


def _group(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
