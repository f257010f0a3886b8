"""The smallest ways to meet a rule, and people who answer truthfully."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from sehat.selfcheck import engine
from sehat.selfcheck.engine import finding_of

Rule = Mapping[str, Any]
Person = Mapping[str, str]


def ways(rule: Rule) -> Iterator[tuple[str, ...]]:
    """Every set of answers that meets a rule and of which none can be left out."""
    found: list[frozenset[str]] = []
    for chosen in rule["any"] or (None,):
        base = {*rule["all"], *((chosen,) if chosen else ())}
        missing = rule["least"] - len(base & set(rule["of"]))
        others = [atom for atom in rule["of"] if atom not in base]
        for more in combinations(others, max(0, missing)):
            found.append(frozenset(base | set(more)))
    for each in dict.fromkeys(found):
        if not any(other < each for other in found):
            yield tuple(sorted(each))


def value_of(atom: str) -> str:
    """What is answered to the finding of an answer."""
    name = finding_of(atom)
    return "yes" if name == atom else atom[len(name) + 1 :]


def person_with(model: engine.Model, atoms: Sequence[str]) -> dict[str, str] | None:
    """Someone with these answers, and with what makes them relevant; nobody when they exclude each other."""
    person: dict[str, str] = {}
    for atom in atoms:
        if person.setdefault(finding_of(atom), value_of(atom)) != value_of(atom):
            return None
    return _relevant(model, person, [finding_of(atom) for atom in atoms])


def _relevant(model: engine.Model, person: dict[str, str], names: Sequence[str]) -> dict[str, str] | None:
    if not names:
        return person
    name, rest = names[0], names[1:]
    rule = model["relevance"].get(name)
    state = engine.state_of(model, person)
    if rule is None:
        return _relevant(model, person, rest)
    if any(engine.holds(state, atom) for atom in rule["none"]):
        return None
    if not rule["any"] or any(engine.holds(state, atom) for atom in rule["any"]):
        return _relevant(model, person, rest)
    for atom in rule["any"]:
        parent = finding_of(atom)
        if parent not in person:
            found = _relevant(model, {**person, parent: value_of(atom)}, [parent, *rest])
            if found is not None:
                return found
    return None


def truthful(person: Person, otherwise: str = "no") -> Callable[[str], str]:
    """What a person answers to a finding; `otherwise` to those that the person says nothing about."""
    return lambda name: person.get(name, otherwise)


def walk(model: engine.Model, answer: Callable[[str], str], most: int = 50) -> tuple[dict[str, str], list[str]]:
    """The answers given until the questions are done, and the screens on the way."""
    answers: dict[str, str] = {}
    screens: list[str] = []
    while found := engine.next_items(model, answers):
        names = [finding_of(atom) for atom in found["items"]]
        fresh = [name for name in names if name not in answers]
        if not fresh or len(screens) >= most:
            raise RuntimeError(f"the screen {found['screen']} asks nothing new")
        screens.append(found["screen"])
        for name in fresh:
            answers[name] = answer(name)
    return answers, screens
