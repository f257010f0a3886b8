"""Dates, lists, numbers and order, as Indonesian and English write them."""

import datetime

import pytest

from sehat.language import formats

MARCH = datetime.date(2026, 3, 1)


def test_a_date_is_written_out() -> None:
    """Figures alone are read differently: 3/1 is March or January."""
    assert "1 Maret 2026" == formats.long_date(MARCH, "id")
    assert "March 1, 2026" == formats.long_date(MARCH, "en")
    assert "Maret 2026" == formats.month_year(MARCH, "id")
    assert "March 2026" == formats.month_year(MARCH, "en")


@pytest.mark.parametrize(
    ("items", "locale", "all_of_them", "one_of_them"),
    [
        (["a"], "id", "a", "a"),
        (["a", "b"], "id", "a dan b", "a atau b"),
        (["a", "b", "c"], "id", "a, b, dan c", "a, b, atau c"),
        (["a", "b", "c"], "en", "a, b, and c", "a, b, or c"),
        ([], "en", "", ""),
    ],
)
def test_lists_are_joined_in_words(items: list[str], locale: str, all_of_them: str, one_of_them: str) -> None:
    """A list in a sentence is part of the sentence."""
    assert all_of_them == formats.and_list(items, locale)
    assert one_of_them == formats.or_list(iter(items), locale)


def test_decimal_marks_follow_the_language() -> None:
    """38.5 in Indonesian is not a temperature but, read as a thousand mark, nonsense."""
    assert "38,5" == formats.number(38.5, "id")
    assert "38.5" == formats.number(38.5, "en")
    assert "1.234.567" == formats.number(1234567, "id")


def test_ranges_have_an_en_dash() -> None:
    """A hyphen reads as minus, and screen readers skip it."""
    assert "7–9" == formats.number_range(7, 9, "id")
    assert "37,5–38,5" == formats.number_range(37.5, 38.5, "id")
    assert "7" == formats.number_range(7, 7, "en")
    assert "-3 – 2" == formats.number_range(-3, 2, "en")


def test_quantities_carry_their_unit() -> None:
    """Units have plural forms in English and none in Indonesian."""
    assert "3 menit" == formats.quantity(3, "duration-minute", "id")
    assert "1 minute" == formats.quantity(1, "duration-minute", "en")
    assert "38,5°C" == formats.quantity(38.5, "temperature-celsius", "id")
    assert "7–9 jam" == formats.quantity_range(7, 9, "duration-hour", "id")
    assert "1–2 hours" == formats.quantity_range(1, 2, "duration-hour", "en")


def test_a_unit_unknown_in_a_language_is_said_in_english() -> None:
    """Babel would print a technical name such as "duration-hour"."""
    assert "3 hours" == formats.quantity(3, "duration-hour", "jv")


def test_a_list_is_sorted_as_readers_look_for_it() -> None:
    """Capitals, accents and hyphens do not change where a word stands; the order is the same on every machine."""
    titles = ["Zat besi", "Édema", "kram betis", "Kram-kram", "Kram", "edema", "2 minggu", "“Asam” urat"]

    assert ["2 minggu", "“Asam” urat", "edema", "Édema", "Kram", "kram betis", "Kram-kram", "Zat besi"] == sorted(
        titles, key=lambda title: formats.sort_key(title, "id")
    )


@pytest.mark.parametrize(
    ("text", "letter"), [("édema", "E"), ("“Asam”", "A"), ("2 minggu", "#"), ("?", "#"), ("", "#")]
)
def test_an_index_has_one_heading_per_letter(text: str, letter: str) -> None:
    """The A–Z page jumps to these."""
    assert letter == formats.index_letter(text, "id")


def test_languages_are_named_in_themselves_and_in_each_other() -> None:
    """The language switch uses the first, source lists the second."""
    assert ["Bahasa Indonesia", "English", "Jawa"] == [formats.own_name(code) for code in ("id", "en", "jv")]
    assert "Bahasa Indonesia" == formats.language_name("id", "id")
    assert "Inggris" == formats.language_name("en", "id")
    assert "Indonesian" == formats.language_name("id", "en")
    assert "min" == formats.own_name("min")
    assert "Minangkabau" == formats.language_name("min", "id")


def test_writing_direction_comes_from_the_language() -> None:
    """Arabic is a likely later language, and its pages must be mirrored."""
    assert ["ltr", "ltr", "rtl", "rtl"] == [formats.text_direction(code) for code in ("id", "en", "ar", "ur")]


@pytest.mark.parametrize("locale", ["min", "ace", "x", "", "nonsense-locale-code"])
def test_an_unknown_language_is_written_as_english(locale: str) -> None:
    """Regional languages that Babel does not know must not stop a build."""
    assert "March 1, 2026" == formats.long_date(MARCH, locale)
    assert "ltr" == formats.text_direction(locale)


def test_hyphenated_locale_codes_are_known() -> None:
    """File names and `lang` attributes use hyphens."""
    assert "1 de março de 2026" == formats.long_date(MARCH, "pt-BR")
