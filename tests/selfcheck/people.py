"""People who answer the self-check truthfully, and what becomes of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sehat.selfcheck import engine

OTHERWISE = {
    "age-band": "18-39",
    "sex": "man",
    "complaint": "twitching",
    "symptom-duration": "under-2-weeks",
}


def person(has: Sequence[str]) -> dict[str, str]:
    """Answers from a list like `fever`, `weakness=slowly-worse`, `cold-pale-foot=unknown`."""
    found = {}
    for atom in has:
        name, _, value = atom.partition("=")
        found[name] = value or "yes"
    return found


def answer(model: Mapping[str, Any], who: Mapping[str, str], name: str) -> str:
    """What a person answers to a finding."""
    return who.get(name) or OTHERWISE.get(name, "no")


def walk(model: Mapping[str, Any], who: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The answers that a person gives until the questions are done, and the screens on the way."""
    answers: dict[str, str] = {}
    screens: list[str] = []
    while found := engine.next_items(model, answers):
        before = len(answers)
        screens.append(found["screen"])
        for atom in found["items"]:
            name = engine.finding_of(atom)
            answers[name] = answer(model, who, name)
        assert len(answers) > before, f"the screen {found['screen']} asks nothing new"
    return answers, screens
