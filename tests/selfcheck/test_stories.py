"""Stories of people: the right level, the right cause among the first three, and nothing dangerous left out.

Run with `-s` to see the figures of both parts; the reported stories were never used for tuning.
"""

import pytest

from sehat.selfcheck import engine
from tests.selfcheck.people import person, visit, written

STORIES = written("stories")
ACCEPTED = 0.97
EXACT = CAUSE = 0.9


def outcome(model, story):
    """What comes of a story: whether the level is exact and acceptable, a right cause near the top, all musts named."""
    answers, _ = visit(model, person(story["has"]))
    result = engine.assess(model, answers)
    exact = result["level"] == story["level"]
    return {
        "exact": exact,
        "accepted": exact or result["level"] in story.get("fine", ()),
        "cause": not story.get("causes") or bool(set(story["causes"]) & set(result["causes"][:3])),
        "must": set(story.get("must", ())) <= set(result["causes"]),
        "emergency": story["level"] != "emergency-now" or result["level"] == "emergency-now",
    }


@pytest.mark.parametrize("part", ["tuned", "reported"])
def test_stories_end_well(model, part):
    """Both parts are held to the same marks."""
    stories = [story for story in STORIES if story.get("reported", False) == (part == "reported")]
    outcomes = [outcome(model, story) for story in stories]
    shares = {key: sum(each[key] for each in outcomes) / len(outcomes) for key in outcomes[0]}
    print(part, len(stories), {key: f"{share:.3f}" for key, share in shares.items()})

    assert len(stories) >= 60
    assert shares["emergency"] == 1
    assert shares["must"] == 1
    assert shares["exact"] >= EXACT
    assert shares["accepted"] >= ACCEPTED
    assert shares["cause"] >= CAUSE


def test_stories_only_use_answers_that_exist(model):
    """A misspelt finding would be answered with no."""
    for story in STORIES:
        assert set(person(story["has"])) <= set(model["findings"])
        assert {"id", "en", "level"} <= set(story)
