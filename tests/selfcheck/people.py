"""People who answer the self-check truthfully: written ones and random ones."""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from sehat.selfcheck import engine
from sehat.selfcheck.ways import truthful, walk

HERE = Path(__file__).parent
OTHERWISE = {"age-band": "18-39", "sex": "man", "complaint": "twitching", "symptom-duration": "under-2-weeks"}


def person(has: Sequence[str]) -> dict[str, str]:
    """Answers from a list like `fever`, `weakness=slowly-worse`, `cold-pale-foot=unknown`."""
    return {atom.partition("=")[0]: atom.partition("=")[2] or "yes" for atom in has}


def written(name: str) -> list[Any]:
    """What stands in a file beside this one."""
    found: list[Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def visit(model: engine.Model, who: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The answers of a person who says no to whatever is not named, and the screens on the way."""
    return walk(model, truthful({**OTHERWISE, **who}))


def random_answers(model: engine.Model, rng: random.Random) -> dict[str, str]:
    """Any answers to any findings, from nearly none to nearly all; also such as no path of questions gives."""
    share, yes, unknown = rng.random(), rng.random() ** 2, rng.random() * 0.2
    answers = {}
    for name, options in model["findings"].items():
        if rng.random() < share:
            draw = rng.random()
            given = rng.choice(options) if options else "yes" if rng.random() < yes else "no"
            answers[name] = "unknown" if draw < unknown else given
    return answers


def random_person(model: engine.Model, rng: random.Random) -> dict[str, str]:
    """Someone with an answer to every finding that is relevant to them; most have few findings."""
    yes, unknown = rng.choice((0.02, 0.05, 0.1, 0.3)), rng.choice((0, 0, 0.05, 0.5))
    everything = {}
    for name, options in model["findings"].items():
        draw = rng.random()
        plain = rng.choice(options) if options else "yes" if rng.random() < yes else "no"
        everything[name] = "unknown" if draw < unknown else plain
    return only_relevant(model, everything)


def only_relevant(model: engine.Model, everything: Mapping[str, str]) -> dict[str, str]:
    """The answers without those that are not worth asking of this person."""
    settled: dict[str, str] = {}
    waiting = list(everything)
    while waiting:
        state = engine.state_of(model, settled)
        later = []
        for name in waiting:
            rule = model["relevance"].get(name, {"any": (), "none": ()})
            parents = {atom.partition("=")[0] for atom in (*rule["any"], *rule["none"])}
            if parents & set(waiting):
                later.append(name)
            elif engine.relevance(model, _without_open(model, state), name) == engine.YES:
                settled[name] = everything[name]
        waiting = later
    return settled


def _without_open(model: engine.Model, state: engine.State) -> engine.State:
    """Parents that are not answered are not relevant, which counts as no."""
    missing = {name: "no" for name in model["findings"] if name not in state.answers}
    return engine.state_of(model, {**state.answers, **missing})


def several(count: int, seed: int) -> Iterator[random.Random]:
    """Independent sources of chance, the same on every run."""
    return (random.Random(seed * 1_000_003 + number) for number in range(count))
