"""Every rule and every condition of it matters: a rule that is changed anywhere no longer fits what is written down."""

import copy
from collections.abc import Iterator
from typing import Any

from sehat.selfcheck import engine
from tests.selfcheck.people import person, written

WAYS = written("ways")


def broken_ways(model: engine.Model) -> Iterator[dict[str, Any]]:
    """The written ways that the rules of `model` do not follow."""
    rules = {rule["id"]: rule for rule in model["rules"]}
    nothing = engine.state_of(model, {})
    yield from ({"rule": name} for name, rule in rules.items() if engine.rule_holds(model, nothing, rule))
    for way in WAYS:
        state = engine.state_of(model, person(way["answers"]))
        rule = rules.get(way["rule"])
        holds = rule is not None and engine.rule_holds(model, state, rule)
        if "not" in way:
            if holds:
                yield way
        elif not holds or rule is None or model["levels"][rule["level"]] != way["level"]:
            yield way


def mutants(model: engine.Model) -> Iterator[tuple[str, dict[str, Any]]]:
    """Models in which one rule is deleted, weakened or turned round, each with what was done."""
    for number, rule in enumerate(model["rules"]):
        for change, changed in changes(rule, len(model["levels"])):
            rules = list(model["rules"])
            rules[number : number + 1] = [changed] if changed else []
            yield f"{rule['id']}: {change}", {**model, "rules": rules}


def changes(rule: dict[str, Any], levels: int) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Every change of one rule."""
    yield "deleted", None
    for level in (rule["level"] - 1, rule["level"] + 1):
        if 0 <= level < levels:
            yield f"level {level}", {**rule, "level": level}
    for field in ("all", "any", "of", "none"):
        for atom in rule[field]:
            fewer = copy.deepcopy(rule)
            fewer[field].remove(atom)
            yield f"{field} without {atom}", fewer
            turned = copy.deepcopy(fewer)
            turned["all" if field == "none" else "none"].append(atom)
            yield f"{field} with {atom} turned round", turned
    if rule["all"] and rule["any"]:
        yield "all or any", {**rule, "all": [], "any": [*rule["all"], *rule["any"]]}
    if len(rule["all"]) > 1:
        yield "one of all", {**rule, "all": [], "any": rule["all"]}
    if len(rule["any"]) > 1:
        yield "all of any", {**rule, "all": [*rule["all"], *rule["any"]], "any": []}
    if rule["least"]:
        yield "one less", {**rule, "least": rule["least"] - 1}
        yield "one more", {**rule, "least": rule["least"] + 1}


def test_rules_follow_what_is_written_down(model):
    """The file was made apart from the rules, so that both would have to be wrong in the same way."""
    assert list(broken_ways(model)) == []


def test_every_mutant_is_noticed(model):
    """A rule or condition whose loss nobody notices is not tested."""
    tried = list(mutants(model))
    alive = [change for change, mutant in tried if next(broken_ways(mutant), None) is None]
    print(f"{len(tried)} mutants, {len(tried) - len(alive)} noticed")

    assert alive == []
    assert len(tried) > 400
