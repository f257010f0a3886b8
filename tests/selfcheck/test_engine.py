"""The engines of Python and JavaScript say the same, and what they say holds for everybody."""

import json
import os
import random
import statistics
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest
import quickjs

from sehat.selfcheck import engine
from sehat.selfcheck.proof import faults
from sehat.selfcheck.ways import truthful, walk, ways
from tests.projects import ROOT
from tests.selfcheck.people import only_relevant, person, random_answers, random_person, several, visit, written

SOURCE = ROOT / "docs/assets/self-check/engine.mjs"
BATCH = 500
RANDOM, MANY = 100_000, 1_000_000


@pytest.fixture
def only_when_asked(request: pytest.FixtureRequest) -> None:
    """Some proofs take a quarter of an hour: they run with `./run test -m slow` only."""
    if "slow" not in request.config.getoption("-m").replace("not slow", ""):
        pytest.skip("runs with -m slow")


def in_javascript(model: engine.Model) -> Any:
    """A function from answers to results, run by the browser's engine without a browser."""
    context = quickjs.Context()
    context.eval(SOURCE.read_text(encoding="utf-8").replace("export function", "function"))
    context.eval(
        f"const model = {json.dumps(model)};"
        "function both(text, every) { return JSON.stringify(JSON.parse(text).map("
        "(answers, place) => [assess(model, answers), place % every ? null : nextItems(model, answers)])) }"
    )
    return lambda sets, every=1: json.loads(context.get("both")(json.dumps(sets), every))


def in_python(model: engine.Model, sets: list[dict[str, str]], every: int = 1) -> list[Any]:
    """The same of the reference; the next screen only of every so many, because it takes as long as the result."""
    results = [
        [engine.assess(model, answers), None if place % every else engine.next_items(model, answers)]
        for place, answers in enumerate(sets)
    ]
    found: list[Any] = json.loads(json.dumps(results))
    return found


def differences(model: engine.Model, seed: int, count: int, every: int) -> list[dict[str, str]]:
    """Answers on which the two engines differ."""
    rng = random.Random(seed)
    run = in_javascript(model)
    found: list[dict[str, str]] = []
    for _ in range(0, count, BATCH):
        sets = [random_answers(model, rng) for _ in range(BATCH)]
        pairs = zip(sets, run(sets, every), in_python(model, sets, every), strict=True)
        found += [answers for answers, one, other in pairs if one != other]
    return found


def compare(model: engine.Model, count: int, every: int) -> list[dict[str, str]]:
    """Differences over `count` random answer sets, on every processor."""
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        parts = [pool.submit(differences, model, seed, count // workers, every) for seed in range(workers)]
        return [answers for part in parts for answers in part.result()]


def test_both_engines_agree_on_random_answers(model):
    """What is proved of the reference is then true of what runs in the browser."""
    assert compare(model, RANDOM, 8) == []


@pytest.mark.slow
def test_both_engines_agree_on_many_random_answers(model, only_when_asked):
    """The same over a million."""
    assert compare(model, MANY, 8) == []


def test_both_engines_agree_at_every_step_of_every_written_person(model):
    """Chance rarely meets the states that people are in."""
    states: list[dict[str, str]] = []
    for who in everybody(model):
        answers: dict[str, str] = {}
        while found := engine.next_items(model, answers):
            states.append(dict(answers))
            for atom in found["items"]:
                answers[engine.finding_of(atom)] = who.get(engine.finding_of(atom), "no")
        states.append(answers)

    assert in_javascript(model)(states) == in_python(model, states)


def test_the_next_screen_is_the_findings_of_the_next_items(model):
    """Tools that only know findings ask the same as the page."""
    context = quickjs.Context()
    context.eval(SOURCE.read_text(encoding="utf-8").replace("export function", "function"))

    found = json.loads(context.eval(f"JSON.stringify(nextScreen({json.dumps(model)}, {{}}))"))
    assert engine.next_screen(model, {}) == found
    assert found[0] == "chest-pain-or-breathless"


def everybody(model: engine.Model) -> list[dict[str, str]]:
    """Everyone who stands in the files of this folder, and the smallest way to meet each rule."""
    people = [person(each["has"]) for each in written("stories")] + [person(has) for has in written("people")]
    return people + [person(way) for rule in model["rules"] for way in ways(rule)]


def test_nothing_in_the_content_breaks_the_proof(model):
    """Every finding of every rule is asked in time, and every cause and remedy can be reached."""
    assert faults(model) == ()


@pytest.mark.parametrize("otherwise", ["no", "unknown"])
def test_questions_lead_to_the_level_of_everything_that_is_true(model, otherwise):
    """Whatever is left out on the way could not have changed how urgent it is, and nobody is asked without end."""
    check_people(model, 1_500, otherwise)


@pytest.mark.slow
def test_questions_lead_to_the_level_of_everything_that_is_true_for_many(model, only_when_asked):
    """The same for many more people."""
    check_people(model, 50_000, "no")


def check_people(model: engine.Model, count: int, otherwise: str) -> None:
    for rng in several(count, 7):
        who = random_person(model, rng)
        if otherwise == "unknown":
            who = only_relevant(model, {name: who.get(name, "unknown") for name in model["findings"]})
        answers, screens = walk(model, truthful(who, otherwise))

        assert len(screens) <= 16
        if engine.outside(model, engine.state_of(model, answers)):
            continue
        true = engine.level_of(model, engine.state_of(model, who))
        assert engine.level_of(model, engine.state_of(model, answers)) == true, who


def test_another_symptom_never_lowers_the_level(model):
    """Only a reassuring answer that a rule names (relief by stretching) may."""
    reassuring = {engine.finding_of(atom) for rule in model["rules"] for atom in rule["none"]}
    for rng in several(3_000, 11):
        answers = random_answers(model, rng)
        before = engine.level_of(model, engine.state_of(model, answers))
        open_ones = [
            name
            for name, options in model["findings"].items()
            if not options and answers.get(name) != "yes" and name not in reassuring
        ]
        for name in rng.sample(open_ones, min(8, len(open_ones))):
            assert engine.level_of(model, engine.state_of(model, {**answers, name: "yes"})) <= before


def test_not_knowing_never_lowers_the_level(model):
    """Someone who is not sure is as safe as someone who says no, and is told to watch for the sign."""
    for rng in several(3_000, 13):
        answers = random_answers(model, rng)
        negative = [name for name, given in answers.items() if given == "no" and not model["findings"][name]]
        for name in negative[:8]:
            unsure = {**answers, name: "unknown"}
            before = engine.level_of(model, engine.state_of(model, answers))

            assert engine.level_of(model, engine.state_of(model, unsure)) <= before


def test_an_emergency_sign_that_is_not_known_is_named(model):
    """The sign goes into the safety net with every level below it."""
    for rule in model["rules"]:
        if rule["level"] <= engine.TODAY:
            for atom in (*rule["all"], *rule["any"], *rule["of"]):
                assert atom in engine.assess(model, {engine.finding_of(atom): "unknown"})["unsure"]


def test_the_order_of_answers_does_not_matter(model):
    """Going back and changing an answer leads to the same result as having given it at first."""
    for rng in several(500, 17):
        answers = random_answers(model, rng)
        shuffled = dict(rng.sample(sorted(answers.items()), len(answers)))

        assert engine.assess(model, shuffled) == engine.assess(model, answers)


def test_reasons_are_enough_and_none_of_them_can_be_left_out(model):
    """They are what the reader is told, so they must be the reasons."""
    rules = {rule["id"]: rule for rule in model["rules"]}
    for rng in several(1_000, 19):
        result = engine.assess(model, random_answers(model, rng))
        for reason in result["reasons"]:
            rule, enough = rules[reason["rule"]], reason["answers"]

            assert engine.rule_holds(model, engine.state_of(model, person(enough)), rule)
            for atom in enough:
                fewer = person([other for other in enough if other != atom])
                assert not engine.rule_holds(model, engine.state_of(model, fewer), rule)


def test_without_the_answer_the_advice_is_what_was_said(model):
    """Otherwise "if this were not so" would mislead."""
    for rng in several(500, 23):
        answers = random_answers(model, rng)
        for instead in engine.assess(model, answers)["otherwise"]:
            less = {key: given for key, given in answers.items() if key != engine.finding_of(instead["answer"])}

            assert model["levels"][engine.level_of(model, engine.state_of(model, less))] == instead["level"]


def test_causes_are_few_and_supported_and_rare_ones_have_a_sign_of_their_own(model):
    """Nobody is frightened by an illness that nothing speaks for."""
    causes = {cause["id"]: cause for cause in model["causes"]}
    rules = {rule["id"]: rule for rule in model["rules"]}
    for rng in several(2_000, 29):
        result = engine.assess(model, random_answers(model, rng))
        named = {slug for rule in result["rules"] for slug in rules[rule]["names"]}

        assert len(result["causes"]) <= 5
        for slug in result["causes"]:
            strongest = max((weight for _, weight in result["evidence"][slug]["for"]), default=0)
            assert strongest > 0 or slug in named
            assert not causes[slug]["rare"] or strongest >= engine.OWN_SIGN or slug in named
        if result["outside"] is None:
            assert named <= {*result["causes"], *result["also"]}


def test_twitching_alone_names_no_frightening_cause(model):
    """Twitching is common and these illnesses are rare."""
    rare = {cause["id"] for cause in model["causes"] if cause["rare"]}
    for extra in ([], ["twitching-elsewhere"], ["symptom-duration=over-3-months"], ["stress-or-anxiety"]):
        answers, _ = visit(model, person(["complaint=twitching", "painless-flicker", *extra]))

        assert not rare & set(engine.assess(model, answers)["causes"])


def test_remedies_that_are_or_may_be_unsafe_are_withheld_with_the_reason(model):
    """Warmth, massage, potassium or "drink more" can harm."""
    for rng in several(1_000, 31):
        answers = random_answers(model, rng)
        state = engine.state_of(model, answers)
        result = engine.assess(model, answers)

        assert not set(result["remedies"]) & set(result["withheld"])
        for slug in result["remedies"]:
            for atom in model["remedies"][slug]["avoid"]:
                assert not engine.holds(state, atom)
                assert answers.get(engine.finding_of(atom)) != "unknown"
        assert all(result["because"][slug] for slug in result["withheld"])


def test_every_level_rule_cause_and_remedy_is_reached_by_questions(model):
    """What nobody can reach protects nobody."""
    levels, rules, causes, remedies = set(), set(), set(), set()
    people = everybody(model) + [
        person([atom for atom, _ in cause["for"] if "=" not in atom] + [f"complaint={kind}"])
        for cause in model["causes"]
        for kind in ("cramp", "twitching")
    ]
    people += [
        person([atom for atom, _ in cause["for"] if atom.partition("=")[0] != "age-band"]) for cause in model["causes"]
    ]
    for who in people:
        answers, _ = visit(model, who)
        result = engine.assess(model, answers)
        levels.add(result["level"])
        rules.update(result["rules"])
        causes.update(result["causes"])
        remedies.update({*result["remedies"], *result["withheld"]})

    assert levels == set(model["levels"])
    assert rules == {rule["id"] for rule in model["rules"] if "flag" not in rule}
    assert causes == {cause["id"] for cause in model["causes"]}
    assert remedies == set(model["remedies"])


def test_few_screens_and_emergencies_within_two(model, library):
    """A median of ten screens or fewer, never more than sixteen, over the examples and typical people."""
    people = [dict(example.answers) for example in library.examples.values()]
    people += [person(has) for has in written("people")]
    counts = []
    for who in people:
        answers, screens = visit(model, who)
        counts.append(len(screens))
        if engine.assess(model, answers)["level"] == "emergency-now":
            assert len(screens) <= 2, who

    assert statistics.median(counts) <= 10
    assert max(counts) <= 16


def test_irrelevant_questions_are_never_asked(model):
    """No pregnancy question to a man or a child, no claudication question for twitching."""
    for who, never in (
        (["sex=man", "complaint=cramp"], "pregnancy-stage"),
        (["sex=woman", "age-band=under-12"], "pregnancy-stage"),
        (["sex=woman", "age-band=60-plus", "complaint=cramp"], "pregnancy-stage"),
        (["sex=man", "complaint=cramp"], "takes-hormone-contraception-or-hrt"),
        (["complaint=twitching"], "walking-pain-eases-with-rest"),
        (["complaint=cramp"], "twitching-elsewhere"),
    ):
        assert never not in visit(model, person(who))[0]


def test_under_twelve_there_is_no_result_but_where_to_go(model):
    """The thresholds are for adults."""
    answers, _ = visit(model, person(["age-band=under-12", "calf-tender-constant-pain"]))
    result = engine.assess(model, answers)

    assert result["outside"] == "under-12"
    assert (result["level"], result["causes"], result["remedies"]) == ("same-day", [], [])
