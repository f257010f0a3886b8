"""What the self-check tells the example people and every rule, before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sehat.model.library import Library
from sehat.selfcheck.engine import assess
from sehat.selfcheck.model_json import model_of


@dataclass(frozen=True)
class Result:
    """What someone is told: how soon, which rules held, causes and remedies in order."""

    level: str
    rules: tuple[str, ...]
    causes: tuple[str, ...]
    remedies: tuple[str, ...]


@dataclass(frozen=True)
class AdviceChange:
    """An example person or a rule whose result differs; None where there was or is none."""

    kind: str
    name: str
    before: Result | None
    after: Result | None


def advice_changes(before: Library, after: Library) -> Iterator[AdviceChange]:
    """The example people of both states, and one person for each rule, whose result differs."""
    people = {
        **{
            ("rule", name): _answers(rule_answers(library, name))
            for library in (before, after)
            for name in library.rules
        },
        **{("example", name): each.answers for library in (before, after) for name, each in library.examples.items()},
    }
    old, new = _results(before, people), _results(after, people)
    for key in sorted(people, key=lambda key: (key[0] != "example", key[1])):
        if old[key] != new[key]:
            yield AdviceChange(key[0], key[1], old[key], new[key])


def rule_answers(library: Library, name: str) -> tuple[str, ...]:
    """The fewest answers on which a rule holds."""
    when = library.rules[name].when
    return (*when.all, *when.any[:1], *when.of[: when.at_least])


def _answers(given: tuple[str, ...]) -> dict[str, str]:
    return {finding: option or "yes" for finding, _, option in (answer.partition("=") for answer in given)}


def _results(
    library: Library, people: Mapping[tuple[str, str], Mapping[str, str]]
) -> dict[tuple[str, str], Result | None]:
    model = model_of(library)
    results: dict[tuple[str, str], Result | None] = {}
    for (kind, name), answers in people.items():
        there = name in (library.rules if kind == "rule" else library.examples)
        known = all(finding in library.findings for finding in answers)
        found = assess(model, dict(answers)) if there and known else None
        results[(kind, name)] = (
            Result(found["level"], tuple(found["rules"]), tuple(found["causes"]), tuple(found["remedies"]))
            if found
            else None
        )
    return results
