"""Both languages say the same: numbers, units, negations, urgency."""

from collections.abc import Mapping
from datetime import date

import pytest

from sehat.checks.due import months_later
from sehat.checks.negations import ANY, STRONG, _pairs
from sehat.checks.numbers import numbers
from sehat.checks.urgency import level_said
from sehat.render import load
from tests.projects import edit, sample


@pytest.mark.parametrize(
    ("id", "en"),
    [
        ("Suhu 38,5 °C", "A temperature of 38.5 °C"),
        ("1.000 orang", "1,000 people"),
        ("7–9 jam", "7–9 hours"),
        ("1.234.567,5", "1,234,567.5"),
    ],
)
def test_numbers_are_compared_as_each_language_writes_them(id, en):
    """A comma is a decimal mark in one language and stands between thousands in the other."""
    assert numbers(id, "id") == numbers(en, "en")


def rules_of(tmp_path, id, en, file="causes/tired-muscle.yaml", level=""):
    project = sample(tmp_path)
    edit(project, file, "id: Istirahatkan kaki.", f"id: {id}")
    edit(project, file, "en: Rest the leg.", f"en: {en}")
    return {each.rule for each in load(project).problems} - {"stale"}


@pytest.mark.parametrize(
    ("id", "en", "rules"),
    [
        ("Kompres 10 menit.", "Cool for 10 minutes.", set()),
        ("Kompres 10 menit.", "Cool for ten minutes.", set()),
        ("Kompres dua kali.", "Cool it twice.", set()),
        ("Kompres 10 menit.", "Cool for 10 hours.", {"numbers"}),
        ("Kompres 10 menit.", "Cool for 20 minutes.", {"numbers"}),
        ("Kompres sebentar.", "Cool for 20 minutes.", {"numbers"}),
        ("Jangan dipijat.", "Do not massage it.", set()),
        ("Jangan dipijat.", "Avoid massage.", set()),
        ("Dipijat saja.", "Do not massage it.", {"negations"} - {"negations"}),
        ("Pijat pelan.", "Do not massage it.", {"negations"}),
        ("Jangan dipijat.", "Massage it slowly.", {"negations"}),
        ("Tanpa nyeri.", "It is painless.", set()),
        ("Temui dokter hari ini.", "See a doctor today.", set()),
        ("Temui dokter hari ini.", "See a doctor tomorrow.", {"urgency"}),
        ("Telepon 119 atau ke IGD sekarang.", "Call 119 or go to the emergency department now.", set()),
        ("Temui dokter.", "Call 119 or go to the emergency department now.", {"urgency", "numbers"}),
        ("Mual beberapa hari ini.", "Nausea in the last days.", set()),
    ],
)
def test_a_difference_between_the_languages_is_an_error(tmp_path, id, en, rules):
    """Half of the readers would get other advice."""
    assert rules_of(tmp_path, id, en) == rules


@pytest.mark.parametrize(
    ("words", "locale", "level"),
    [
        ("Telepon 119 atau ke IGD sekarang bila sesak.", "id", "emergency-now"),
        ("Call 119 or go to the emergency department now.", "en", "emergency-now"),
        ("Temui dokter hari ini bila bengkak.", "id", "same-day"),
        ("Temui dokter dalam beberapa hari, paling lambat 2 minggu.", "id", "within-days"),
        ("Sampaikan saat kontrol berikutnya.", "id", "routine"),
        ("Kedutan boleh dipantau, paling lama 2 minggu.", "id", None),
        ("Rawat sendiri.", "id", None),
    ],
)
def test_the_level_follows_from_the_words(words, locale, level):
    """Pages sort advice by its level, so level and words must not part."""
    assert level_said(words, locale) == level


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    level: same-day", "    level: self-care"),
        ("    level: same-day", "    level: emergency-now"),
    ],
)
def test_advice_at_another_level_than_its_words_is_an_error(tmp_path, old, new):
    """ "See a doctor today" under "care for yourself" would be missed."""
    project = sample(tmp_path)
    edit(project, "causes/tired-muscle.yaml", old, new)

    assert [each.rule for each in load(project).problems] == ["urgency"]


def test_advice_that_leans_on_the_one_above_is_an_error(tmp_path):
    """Sorted by urgency, nothing may stand above it."""
    project = sample(tmp_path)
    edit(
        project,
        "causes/tired-muscle.yaml",
        "    level: same-day\n",
        "    level: same-day\n  - id: Lakukan hal yang sama bila demam.\n    en: Do the same with a fever.\n",
    )

    assert [each.rule for each in load(project).problems] == ["urgency"]


def test_sentences_are_compared_one_by_one_where_both_have_as_many():
    """A denial in the first sentence must not hide one that is missing in the second."""
    pairs = list(_pairs("Jangan lari. Duduk.", "id", "Do not run. Sit.", "en"))

    assert [(words, others) for words, _, others, _ in pairs][::2] == [
        ("Jangan lari.", "Do not run."),
        ("Duduk.", "Sit."),
    ]
    assert isinstance(STRONG, Mapping)
    assert isinstance(ANY, Mapping)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 20), 12, date(2027, 11, 20)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 5), 2, date(2027, 2, 5)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    """A due date is a day that exists."""
    assert months_later(day, months) == later


def test_nothing_is_due_without_a_day(tmp_path):
    """A build must not fail for everybody when a date passes."""
    project = sample(tmp_path)
    edit(
        project, "site.yaml", "    checked: 2026-11-20\n  - number: '112'", "    checked: 2001-01-01\n  - number: '112'"
    )

    assert load(project).problems == ()
    assert [each.rule for each in load(project, today=date(2026, 11, 20)).problems] == ["due"]


def test_an_exception_with_a_reason_silences_one_problem(tmp_path):
    """It names the file, the rule and words of the message, so that it covers nothing else."""
    project = sample(tmp_path)
    edit(project, "causes/tired-muscle.yaml", "id: Istirahatkan kaki.", "id: Jangan berdiri lama.")
    assert {each.rule for each in load(project).problems} == {"negations", "stale"}
    (project / "content/exceptions.yaml").write_text(
        "- file: content/causes/tired-muscle.yaml\n  rule: negations\n  words: Jangan\n  reason: Said so on purpose.\n"
    )

    assert {each.rule for each in load(project).problems} == {"stale"}


@pytest.mark.parametrize("rule", ["references", "blanks", "review"])
def test_some_rules_have_no_exceptions(tmp_path, rule):
    """A broken reference or a false claim of review is never right."""
    project = sample(tmp_path)
    (project / "content/exceptions.yaml").write_text(
        f"- file: content/causes/tired-muscle.yaml\n  rule: {rule}\n  words: x\n  reason: None.\n"
    )

    assert [each.rule for each in load(project).problems] == ["exceptions"]
