"""The self-check as plain data without words: what the engines in Python and JavaScript reason over."""

from collections.abc import Mapping
from typing import Any

from sehat.model.entities import Cause, Finding
from sehat.model.library import Library

FREQUENCIES = ("common", "uncommon", "rare")
URGENT = 2
"""Up to this rank of urgency a cause must not be missed when a sign that is typical of it is there."""
TYPICAL = 4

Model = Mapping[str, Any]


def model_of(library: Library) -> dict[str, Any]:
    """The model as JSON: levels from the most urgent on, screens, rules (red flags of single answers among them), causes."""
    levels = sorted(library.levels, key=lambda level: library.levels[level].rank)
    return {
        "levels": levels,
        "findings": {slug: _finding(finding) for slug, finding in library.findings.items()},
        "relevance": {
            slug: {"any": list(found.any), "none": list(found.none)} for slug, found in library.relevance.items()
        },
        "includes": {answer: list(role.includes) for answer, role in library.answers.items() if role.includes},
        "complaints": {role.condition: answer for answer, role in library.answers.items() if role.condition},
        "screens": [
            {"id": name, "when": screen.when, "asks": list(screen.asks)} for name, screen in library.screens.items()
        ],
        "rules": [*_rules(library), *_red_flags(library)],
        "boundaries": [
            {"id": name, "when": found.when, "level": levels.index(found.level)}
            for name, found in library.boundaries.items()
        ],
        "causes": [_cause(library, cause) for cause in _by_frequency(library)],
        "remedies": {
            slug: {"kind": remedy.kind, "avoid": [each.when for each in remedy.avoid_if]}
            for slug, remedy in library.remedies.items()
        },
        "offers": [
            {"remedy": slug, "levels": [levels.index(level) for level in offer.levels], "when": offer.when}
            for slug, offer in library.offers.items()
        ],
    }


def _finding(finding: Finding) -> list[str]:
    """The answers of a one-of question; none for yes or no."""
    return [each.option for each in finding.options]


def _rules(library: Library) -> list[dict[str, Any]]:
    ranks = sorted(library.levels, key=lambda level: library.levels[level].rank)
    return [
        {
            "id": name,
            "level": ranks.index(rule.level),
            "all": list(rule.when.all),
            "any": list(rule.when.any),
            "least": rule.when.at_least,
            "of": list(rule.when.of),
            "none": list(rule.when.none),
            "names": list(rule.names),
        }
        for name, rule in sorted(library.rules.items(), key=lambda each: ranks.index(each[1].level))
    ]


def _red_flags(library: Library) -> list[dict[str, Any]]:
    """Single answers with a level of their own, written like rules; their name is the answer."""
    ranks = sorted(library.levels, key=lambda level: library.levels[level].rank)
    flags = [(slug, finding.red_flag) for slug, finding in library.findings.items()]
    flags += [
        (f"{slug}={option.option}", option.red_flag)
        for slug, finding in library.findings.items()
        for option in finding.options
    ]
    return [
        {
            "id": answer,
            "flag": True,
            "level": ranks.index(flag.level),
            "all": [answer],
            "any": [],
            "least": 0,
            "of": [],
            "none": [],
            "names": [],
        }
        for answer, flag in sorted(flags, key=lambda each: each[0])
        if flag is not None
    ]


def _by_frequency(library: Library) -> list[Cause]:
    return sorted(library.causes.values(), key=lambda cause: (FREQUENCIES.index(cause.frequency), cause.slug))


def _cause(library: Library, cause: Cause) -> dict[str, Any]:
    return {
        "id": cause.slug,
        "explains": list(cause.explains),
        "rare": cause.frequency == "rare",
        "urgent": library.levels[cause.urgency].rank <= URGENT,
        "rank": library.levels[cause.urgency].rank,
        "for": [[each.finding, each.weight] for each in cause.more_likely],
        "against": [[each.finding, each.weight] for each in cause.less_likely],
        "remedies": list(cause.remedies),
    }
