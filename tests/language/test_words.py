"""Sentences and words are counted as a reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sehat.language.words import longest_sentence, sentences, syllables, word_count, words


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("id", ["Temui dr. Sari besok.", "Minum 1.5 liter air."]),
        ("id", ["Minum obat, mis. Parasetamol.", "Lihat No. 5."]),
        ("id", ["Bolehkah?", "No.", "Jangan!", "Hubungi 119."]),
        ("id", ["Regangkan, pijat, dll.", "Jangan memaksa."]),
        ("id", ["Suhu 38,5 °C.", "119 siap 24 jam."]),
        ("id", ["“Kaki saya kram.”", "Lalu ia pulang (cepat).", "Ya…", "Sudah."]),
        ("id", ["Harganya Rp 1.000.000 per kotak."]),
        ("id", ["Kekurangan vitamin D.", "Berjemurlah pagi hari."]),
        ("id", ["Tn. Budi dan Ny. Ani kram."]),
        ("en", ["See Dr. Smith, e.g. Monday.", "Use No. 5.", "Say no.", "Stop."]),
        ("en", ["It is 1.5 litres vs. Two.", "Go now!", "Really?!", "Yes..."]),
        ("en", ["Call 119 at 7 a.m. or later."]),
        ("en", ["One sentence without an end"]),
        ("en", []),
    ],
)
def test_sentences_end_where_a_reader_pauses(locale: str, expected: list[str]) -> None:
    """The limit of 20 words a sentence must not be met by an abbreviation, nor broken by one."""
    assert tuple(expected) == sentences(" ".join(expected), locale)


@given(
    text=st.text(alphabet=st.sampled_from("aB1 .!?…,\"'()\n:dr"), max_size=60),
    locale=st.sampled_from(["id", "en", "jv"]),
)
def test_no_word_is_lost_between_sentences(text: str, locale: str) -> None:
    """A long sentence must not hide by falling between two."""
    assert "".join(text.split()) == "".join("".join(sentences(text, locale)).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otot-otot betis kram.", ["Otot-otot", "betis", "kram"]),
        ("7–9 jam, 38,5 °C, 1.000 mg", ["7–9", "jam", "38,5", "C", "1.000", "mg"]),
        ("Don't stop – go", ["Don't", "stop", "go"]),
        ("bengkak/kemerahan", ["bengkak", "kemerahan"]),
        ("", []),
    ],
)
def test_words_are_counted_as_spoken(text: str, expected: list[str]) -> None:
    """Doubled words, numbers and ranges are one thing to a reader."""
    assert tuple(expected) == words(text)
    assert len(expected) == word_count(text)


def test_the_longest_sentence_is_the_one_to_shorten() -> None:
    """Checks quote it to the editor."""
    assert (3, "Satu dua tiga.") == longest_sentence("Satu. Satu dua tiga. Satu dua empat.", "id")
    assert (0, "") == longest_sentence("", "id")


@pytest.mark.parametrize(
    ("locale", "word", "count"),
    [
        *(
            ("id", *pair)
            for pair in [("kram", 1), ("betis", 2), ("kedutan", 3), ("pantai", 2), ("saat", 2), ("dia", 2)]
        ),
        *(("id", *pair) for pair in [("menyebabkan", 4), ("119", 1), ("elektrolit", 4)]),
        *(("en", *pair) for pair in [("cramp", 1), ("muscle", 2), ("calves", 1), ("wanted", 2), ("walked", 1)]),
        *(("en", *pair) for pair in [("medicine", 3), ("the", 1), ("exercise", 3), ("boxes", 2)]),
    ],
)
def test_syllables_are_about_right(locale: str, word: str, count: int) -> None:
    """Long words slow readers down; an estimate is enough to find them."""
    assert count == syllables(word, locale)


@pytest.mark.parametrize("unit", ["a", "a ", ". A", ".", "A.", "1.", "e", '."', "-"])
def test_long_text_takes_time_in_proportion(unit: str) -> None:
    """These run over every sentence of the site."""
    text = unit * 20_000

    assert sentences(text, "en")
    assert word_count(text) >= 0
    assert syllables(text, "en") >= 1
