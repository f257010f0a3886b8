"""What answers lead to, and which screen comes next: the reference of `docs/assets/self-check/engine.mjs`.

Both engines hold the same functions in the same order and are kept equal by tests. `model` is the value of
`model_json.model_of`; `answers` maps findings to `yes`, `no`, `unknown` or the name of an option.
Levels are counted from 0, the most urgent.
"""

from collections.abc import Mapping, Set
from functools import cache
from typing import Any, NamedTuple

Model = Mapping[str, Any]
Answers = Mapping[str, str]


class State(NamedTuple):
    """Answers, every answer that holds with them, and how relevant the other findings are (filled when asked for)."""

    answers: Answers
    held: Set[str]
    relevance: dict[str, int]


EMERGENCY, TODAY = 0, 1
UNKNOWN = "unknown"
MOST_CAUSES = 5
CLEAR = 2
"""A cause is named only with evidence of at least this weight: weaker evidence alone supports nothing."""
OWN_SIGN = 3
"""A rare cause is named only with evidence of this weight: a sign of its own, not a circumstance that many share."""
TYPICAL = 4
ENOUGH = {TODAY: 9}
"""Screens after which only a sign that is typical of a cause in question is still asked, besides what can change the level."""
ENOUGH_OTHERWISE = 10
WORTH_A_SCREEN = 4
"""So much evidence must a screen be able to bring when it cannot change the level."""
KINDS_IN_EMERGENCY = ("emergency", "medicine-safety")
NEVER, MAYBE, YES = 0, 1, 2


@cache
def finding_of(atom: str) -> str:
    """The finding of an answer such as `fever` or `weakness=slowly-worse`."""
    return atom.split("=")[0]


def state_of(model: Model, answers: Answers) -> State:
    """The answers with everything that they include."""
    held = set()
    for name, given in answers.items():
        if given == "yes":
            held.add(name)
        whole = f"{name}={given}"
        held.add(whole)
        held.update(model["includes"].get(whole, ()))
    return State(answers, held, {})


def holds(state: State, atom: str) -> bool:
    """Whether an answer was given, itself or by one that includes it."""
    return atom in state.held


def relevance(model: Model, state: State, name: str) -> int:
    """Whether a finding is worth asking: never, maybe (something else has to be answered first) or yes."""
    rule = model["relevance"].get(name)
    if rule is None:
        return YES
    if name not in state.relevance:
        result = max(_fits(model, state, atom) for atom in rule["any"]) if rule["any"] else YES
        for atom in rule["none"]:
            unknown = state.answers.get(finding_of(atom)) == UNKNOWN
            result = min(result, YES if unknown else YES - _fits(model, state, atom))
        state.relevance[name] = result
    return state.relevance[name]


def _fits(model: Model, state: State, atom: str) -> int:
    name = finding_of(atom)
    given = state.answers.get(name)
    if given is not None:
        return YES if given == UNKNOWN or holds(state, atom) else NEVER
    return MAYBE if relevance(model, state, name) != NEVER else NEVER


def is_open(model: Model, state: State, atom: str) -> bool:
    """Whether an answer may still be given."""
    name = finding_of(atom)
    return name not in state.answers and relevance(model, state, name) != NEVER


def rule_holds(model: Model, state: State, rule: Mapping[str, Any]) -> bool:
    """Whether the findings of a rule are there."""
    return (
        all(holds(state, atom) for atom in rule["all"])
        and (not rule["any"] or any(holds(state, atom) for atom in rule["any"]))
        and (not rule["least"] or sum(holds(state, atom) for atom in rule["of"]) >= rule["least"])
        and not any(holds(state, atom) for atom in rule["none"])
    )


def missing_of(model: Model, state: State, rule: Mapping[str, Any]) -> list[str] | None:
    """The open answers that can still decide a rule; none when it holds for good, nothing when it cannot hold."""
    found: list[str] = []
    for atom in rule["all"]:
        if not holds(state, atom):
            if not is_open(model, state, atom):
                return None
            found.append(atom)
    if rule["any"] and not any(holds(state, atom) for atom in rule["any"]):
        candidates = [atom for atom in rule["any"] if is_open(model, state, atom)]
        if not candidates:
            return None
        found += candidates
    there = sum(holds(state, atom) for atom in rule["of"])
    if there < rule["least"]:
        candidates = [atom for atom in rule["of"] if is_open(model, state, atom)]
        if there + len(candidates) < rule["least"]:
            return None
        found += candidates
    for atom in rule["none"]:
        if holds(state, atom):
            return None
        if is_open(model, state, atom):
            found.append(atom)
    return found


def level_of(model: Model, state: State) -> int:
    """The most urgent level that a rule reaches."""
    reached = len(model["levels"]) - 1
    for rule in model["rules"]:
        if rule["level"] < reached and rule_holds(model, state, rule):
            reached = rule["level"]
    return reached


def outside(model: Model, state: State) -> Mapping[str, Any] | None:
    """The boundary of the self-check that the answers cross."""
    for boundary in model["boundaries"]:
        if holds(state, boundary["when"]):
            found: Mapping[str, Any] = boundary
            return found
    return None


# ---- Which screen comes next ----


def next_items(model: Model, answers: Answers) -> Mapping[str, Any] | None:
    """The next screen and what it asks (findings, or answers to tick); nothing when the questions are done."""
    state = state_of(model, answers)
    if level_of(model, state) == EMERGENCY:
        return None
    crossed = outside(model, state)
    needed = needed_findings(model, state)
    worth, pull = ({}, {}) if crossed else worth_of(model, state)
    asked = screens_asked(model, state)
    enough = ENOUGH.get(settled_level(model, state), ENOUGH_OTHERWISE)
    nothing = len(model["levels"])
    best: tuple[tuple[int, ...], Mapping[str, Any]] | None = None
    last_first = max((n for n, screen in enumerate(model["screens"]) if screen["when"] == "first"), default=-1)
    for number, screen in enumerate(model["screens"]):
        names_asked = [finding_of(atom) for atom in screen["asks"]]
        states = [NEVER if name in state.answers else relevance(model, state, name) for name in names_asked]
        items = [atom for atom, worth_asking in zip(screen["asks"], states, strict=True) if worth_asking == YES]
        if screen["when"] == "first":
            if not items:
                continue
            partners = partners_of(model, state, items) if number == last_first else []
            return {"screen": screen["id"], "items": items + partners}
        always = screen["when"] == "always" and crossed is None
        if not always:
            items = [atom for atom in items if finding_of(atom) in needed or finding_of(atom) in worth]
        if not items:
            continue
        names = {finding_of(atom) for atom in items}
        urgency = min(needed.get(name, nothing) for name in names)
        if not always and urgency == nothing:
            typical = any(pull.get(name, 0) >= TYPICAL - 1 for name in names)
            if not typical and (asked >= enough or sum(worth[name] for name in names) < WORTH_A_SCREEN):
                continue
        waits = int(MAYBE in states)
        key = (waits, 0 if always else 1, urgency, -sum(pull.get(name, 0) for name in names), number)
        if best is None or key < best[0]:
            best = (key, {"screen": screen["id"], "items": items})
    return best[1] if best else None


def next_screen(model: Model, answers: Answers) -> list[str]:
    """The findings of the next screen; empty when the questions are done."""
    found = next_items(model, answers)
    return list(dict.fromkeys(finding_of(atom) for atom in found["items"])) if found else []


def needed_findings(model: Model, state: State) -> dict[str, int]:
    """Open findings that can still raise the level, with the most urgent level they can help to reach."""
    reached = settled_level(model, state)
    crossed = outside(model, state)
    needed: dict[str, int] = {}
    for rule in model["rules"]:
        about_it = crossed is None or crossed["when"] in (*rule["all"], *rule["any"], *rule["of"])
        if rule["level"] < reached and about_it:
            for atom in missing_of(model, state, rule) or ():
                _need(model, state, needed, finding_of(atom), rule["level"])
    for boundary in model["boundaries"]:
        if is_open(model, state, boundary["when"]):
            _need(model, state, needed, finding_of(boundary["when"]), TODAY)
    return needed


def _need(model: Model, state: State, needed: dict[str, int], name: str, level: int) -> None:
    """Marks a finding as needed, and what has to be answered before it."""
    if needed.get(name, len(model["levels"])) <= level:
        return
    needed[name] = level
    rule = model["relevance"].get(name)
    if rule is None or relevance(model, state, name) != MAYBE:
        return
    for atom in (*rule["any"], *rule["none"]):
        if is_open(model, state, atom):
            _need(model, state, needed, finding_of(atom), level)


def settled_level(model: Model, state: State) -> int:
    """The level that no further answer can lower: of rules that do not wait for a reassuring answer."""
    reached = len(model["levels"]) - 1
    for rule in model["rules"]:
        if rule["level"] < reached and rule_holds(model, state, rule) and missing_of(model, state, rule) == []:
            reached = rule["level"]
    return reached


def partners_of(model: Model, state: State, items: list[str]) -> list[str]:
    """What completes an emergency rule of which a part is there already, so that it is asked without delay."""
    found: list[str] = []
    for rule in model["rules"]:
        begun = any(holds(state, atom) for atom in (*rule["all"], *rule["any"], *rule["of"]))
        if rule["level"] == EMERGENCY and begun:
            found += [
                atom
                for atom in missing_of(model, state, rule) or ()
                if atom not in items and relevance(model, state, finding_of(atom)) == YES
            ]
    return list(dict.fromkeys(found))


def screens_asked(model: Model, state: State) -> int:
    """How many screens were answered."""
    return sum(any(finding_of(atom) in state.answers for atom in screen["asks"]) for screen in model["screens"])


def worth_of(model: Model, state: State) -> tuple[dict[str, int], dict[str, int]]:
    """How much each open finding can tell about the causes that fit, and about those that have support already.

    What makes a remedy of a supported cause unsafe is worth asking too.
    """
    worth: dict[str, int] = {}
    pull: dict[str, int] = {}
    complaints = complaints_of(model, state)
    for cause in model["causes"]:
        if not fits(cause, complaints):
            continue
        supported = total(evidence_of(state, cause["for"])) > total(evidence_of(state, cause["against"]))
        for atom, weight in (*cause["for"], *cause["against"]):
            name = finding_of(atom)
            if name not in state.answers and weight > 1:
                worth[name] = max(worth.get(name, 0), weight - 1)
                if supported:
                    pull[name] = max(pull.get(name, 0), weight - 1)
        if supported:
            for remedy in cause["remedies"]:
                for atom in model["remedies"][remedy]["avoid"]:
                    name = finding_of(atom)
                    if name not in state.answers:
                        worth[name] = max(worth.get(name, 0), 1)
    return worth, pull


# ---- What the answers lead to ----


def assess(model: Model, answers: Answers) -> dict[str, Any]:
    """The result: level, rules, causes, remedies, and why."""
    state = state_of(model, answers)
    level = level_of(model, state)
    crossed = outside(model, state)
    if crossed is not None:
        level = min(level, crossed["level"])
    held = [rule for rule in model["rules"] if rule_holds(model, state, rule)]
    causes, evidence, also = ([], {}, []) if crossed else ranked_causes(model, state, held)
    remedies, withheld, because = ([], [], {}) if crossed else offered_remedies(model, state, level, causes)
    reasons = [
        {"rule": rule["id"], "answers": enough_for(model, state, rule)} for rule in held if rule["level"] == level
    ]
    return {
        "level": model["levels"][level],
        "outside": crossed["id"] if crossed else None,
        "rules": [rule["id"] for rule in held if "flag" not in rule],
        "flags": [rule["id"] for rule in held if "flag" in rule],
        "reasons": reasons,
        "otherwise": otherwise(model, state, level, reasons),
        "causes": causes,
        "evidence": evidence,
        "also": also,
        "remedies": remedies,
        "withheld": withheld,
        "because": because,
        "unsure": unsure(model, state, level),
    }


def enough_for(model: Model, state: State, rule: Mapping[str, Any]) -> list[str]:
    """Answers that meet a rule, none of which can be left out."""
    found = list(rule["all"])
    if rule["any"] and not any(atom in found for atom in rule["any"]):
        found.append(next(atom for atom in rule["any"] if holds(state, atom)))
    there = [atom for atom in rule["of"] if holds(state, atom)]
    return found + there[: rule["least"]]


def otherwise(model: Model, state: State, level: int, reasons: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Answers without which the advice would be less urgent, and what it would be."""
    if level == EMERGENCY:
        return []
    complaint = {finding_of(answer) for answer in model["complaints"].values()}
    found = []
    for atom in dict.fromkeys(atom for reason in reasons for atom in reason["answers"]):
        name = finding_of(atom)
        if name in complaint:
            continue
        others = {key: value for key, value in state.answers.items() if key != name}
        instead = level_of(model, state_of(model, others))
        if instead > level:
            found.append({"answer": atom, "level": model["levels"][instead]})
    return found


def unsure(model: Model, state: State, level: int) -> list[str]:
    """Answers of urgent rules that the person did not know, and that could have made the level more urgent."""
    found = []
    for rule in model["rules"]:
        if rule["level"] <= TODAY and rule["level"] < level:
            for atom in (*rule["all"], *rule["any"], *rule["of"]):
                if state.answers.get(finding_of(atom)) == UNKNOWN:
                    found.append(atom)
    return list(dict.fromkeys(found))


def complaints_of(model: Model, state: State) -> list[str]:
    """The complaints that were named."""
    return [name for name, atom in model["complaints"].items() if holds(state, atom)]


def fits(cause: Mapping[str, Any], complaints: list[str]) -> bool:
    """Whether a cause can bring one of the complaints; every cause can while none is known."""
    return not complaints or any(name in complaints for name in cause["explains"])


def evidence_of(state: State, evidence: list[list[Any]]) -> list[list[Any]]:
    """The part of the evidence that is there."""
    return [each for each in evidence if each[0] in state.held]


def total(evidence: list[list[Any]]) -> int:
    """The weight of evidence."""
    return sum(weight for _, weight in evidence)


def ranked_causes(
    model: Model, state: State, held: list[Mapping[str, Any]]
) -> tuple[list[str], dict[str, Any], list[str]]:
    """At most five causes with support, what speaks for and against each, and urgent ones for which no place was left."""
    named = {slug for rule in held for slug in rule["names"]}
    complaints = complaints_of(model, state)
    found: list[tuple[bool, int, int, Mapping[str, Any], dict[str, Any]]] = []
    for number, cause in enumerate(model["causes"]):
        speaks_for = evidence_of(state, cause["for"])
        if not speaks_for and cause["id"] not in named:
            continue
        speaks_against = evidence_of(state, cause["against"])
        strongest = max((weight for _, weight in speaks_for), default=0)
        must = cause["id"] in named or (cause["urgent"] and strongest >= TYPICAL)
        score = total(speaks_for) - total(speaks_against)
        if not must:
            if score <= 0 or strongest < CLEAR or not fits(cause, complaints):
                continue
            if cause["rare"] and strongest < OWN_SIGN:
                continue
        found.append((must, score, number, cause, {"for": speaks_for, "against": speaks_against, "must": must}))
    found.sort(key=lambda each: (not each[0], each[3]["rank"] if each[0] else 0, -each[1], each[2]))
    kept = sorted(found[:MOST_CAUSES], key=lambda each: (-each[1], each[2]))
    also = [cause["id"] for must, _, _, cause, _ in found[MOST_CAUSES:] if must]
    return [each[3]["id"] for each in kept], {each[3]["id"]: each[4] for each in kept}, also


def offered_remedies(
    model: Model, state: State, level: int, causes: list[str]
) -> tuple[list[str], list[str], dict[str, list[str]]]:
    """Remedies of the causes that nothing speaks against, those that are withheld, and the answers that withhold them."""
    by_id = {cause["id"]: cause for cause in model["causes"]}
    wanted = [remedy for slug in causes for remedy in by_id[slug]["remedies"]]
    for offer in model["offers"]:
        if level in offer["levels"] and (offer["when"] is None or holds(state, offer["when"])):
            wanted.append(offer["remedy"])
    offered: list[str] = []
    withheld: list[str] = []
    because: dict[str, list[str]] = {}
    for slug in dict.fromkeys(wanted):
        remedy = model["remedies"][slug]
        if level == EMERGENCY and remedy["kind"] not in KINDS_IN_EMERGENCY:
            continue
        against = [atom for atom in remedy["avoid"] if _may_hold(model, state, atom)]
        if against:
            withheld.append(slug)
            because[slug] = against
        else:
            offered.append(slug)
    return offered, withheld, because


def _may_hold(model: Model, state: State, atom: str) -> bool:
    unknown = state.answers.get(finding_of(atom)) == UNKNOWN
    return holds(state, atom) or unknown or is_open(model, state, atom)
