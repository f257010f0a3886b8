"""What must hold of the self-check's content whatever a person answers; each fault names the rule that breaks it.

A rule is proved on every smallest way to meet it: someone with just these findings is asked for them all, the rule
holds at the end or something more urgent stopped the questions, and an emergency is found on the first screens.
Together with two properties of the engine, which tests hold over random answers, this covers everybody: questions
end only when no rule above the level reached can still hold, and another symptom never lowers the level.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sehat.selfcheck import engine
from sehat.selfcheck.engine import EMERGENCY, finding_of
from sehat.selfcheck.ways import person_with, truthful, walk, ways

MOST_SCREENS = 16
Kind = str


class Fault(NamedTuple):
    """What is broken: the part of the model, its name, the kind of fault, and what the message needs."""

    part: str
    name: str
    kind: Kind
    values: Mapping[str, str]


def faults(model: engine.Model) -> tuple[Fault, ...]:
    """Everything that is broken."""
    found = list(_never_asked(model)) + list(_circles(model))
    if not found:
        found += [*_rules(model), *_unreachable(model)]
    return tuple(found)


def _asked(model: engine.Model) -> set[str]:
    """Every answer that some screen offers."""
    found = set()
    for screen in model["screens"]:
        for atom in screen["asks"]:
            found.add(atom)
            found.update(f"{atom}={option}" for option in model["findings"].get(atom, ()))
    return found


def _never_asked(model: engine.Model) -> Iterator[Fault]:
    asked = _asked(model)
    for rule in model["rules"]:
        for atom in (*rule["all"], *rule["any"], *rule["of"], *rule["none"]):
            if atom not in asked:
                yield Fault("rules", rule["id"], "never-asked", {"answer": atom})
    for name, rule in model["relevance"].items():
        for atom in (*rule["any"], *rule["none"]):
            if atom not in asked:
                yield Fault("relevance", name, "never-asked", {"answer": atom})
    for boundary in model["boundaries"]:
        if boundary["when"] not in asked:
            yield Fault("boundaries", boundary["id"], "never-asked", {"answer": boundary["when"]})


def _circles(model: engine.Model) -> Iterator[Fault]:
    for name in model["relevance"]:
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            rule = model["relevance"].get(waiting.pop())
            parents = {finding_of(atom) for atom in (*rule["any"], *rule["none"])} if rule else set()
            if name in parents:
                yield Fault("relevance", name, "circle", {})
                break
            waiting += parents - seen
            seen |= parents


def _rules(model: engine.Model) -> Iterator[Fault]:
    first = sum(screen["when"] == "first" for screen in model["screens"])
    for rule in model["rules"]:
        people = [(way, person_with(model, way)) for way in ways(rule)]
        possible = [(way, person) for way, person in people if person is not None and _none_held(model, rule, person)]
        if len(possible) < len(people) or not people:
            way = next((way for way, person in people if (way, person) not in possible), ())
            yield Fault("rules", rule["id"], "contradiction", {"answers": ", ".join(way)})
        for way, person in possible:
            answers, screens = walk(model, truthful(person))
            state = engine.state_of(model, answers)
            level = engine.level_of(model, state)
            stopped = level < rule["level"] or level == EMERGENCY
            if level > rule["level"] or not (stopped or engine.rule_holds(model, state, rule)):
                asked = [atom for atom in way if finding_of(atom) not in answers]
                yield Fault("rules", rule["id"], "missed", {"answers": ", ".join(way), "asked": ", ".join(asked)})
                break
            if rule["level"] == EMERGENCY and len(screens) > first:
                yield Fault("rules", rule["id"], "late", {"answers": ", ".join(way), "screens": str(len(screens))})
                break
            if len(screens) > MOST_SCREENS:
                yield Fault("rules", rule["id"], "long", {"answers": ", ".join(way), "screens": str(len(screens))})
                break


def _none_held(model: engine.Model, rule: Mapping[str, Any], person: Mapping[str, str]) -> bool:
    state = engine.state_of(model, person)
    return not any(engine.holds(state, atom) for atom in rule["none"])


def _unreachable(model: engine.Model) -> Iterator[Fault]:
    """Causes that no answers bring up, and remedies that no result can offer."""
    asked = _asked(model)
    offered = {offer["remedy"] for offer in model["offers"]}
    named = {cause for rule in model["rules"] for cause in rule["names"]}
    for cause in model["causes"]:
        person: dict[str, str] = {}
        for atom, _ in sorted(cause["for"], key=lambda each: -each[1]):
            if atom in asked:
                person.setdefault(finding_of(atom), atom[len(finding_of(atom)) + 1 :] or "yes")
        if cause["id"] in named or cause["id"] in engine.assess(model, person)["causes"]:
            offered.update(cause["remedies"])
        else:
            yield Fault("causes", cause["id"], "unreachable", {})
    for slug in model["remedies"]:
        if slug not in offered:
            yield Fault("remedies", slug, "unreachable", {})
