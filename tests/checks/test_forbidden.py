"""Phrases that no page uses, and phrases near to them that every page needs."""

import pytest

from sehat.checks.forbidden import HINTS, PHRASES, _found


def named(words, locale):
    return [found for found, _, _ in _found(words, locale)]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("id", "Anda menderita ALS."),
        ("id", "Anda pasti mengidap diabetes."),
        ("en", "You have a blood clot."),
        ("en", "Your leg is red. You definitely have DVT."),
        ("id", "Minum magnesium 300 mg."),
        ("en", "Take two tablets at night."),
        ("id", "Hentikan obat itu."),
        ("id", "Berhenti minum statin bila nyeri."),
        ("en", "Stop taking the water tablets."),
        ("en", "Stop your medicine for a week."),
        ("id", "Terjadi pada 60% ibu hamil."),
        ("en", "It happens in 3 in 100 people."),
        ("id", "Itu kesalahan Anda."),
        ("en", "You should have come earlier."),
        ("id", "Penyakit ini mematikan."),
        ("en", "This is a silent killer."),
        ("en", "Go now!"),
    ],
)
def test_a_forbidden_phrase_is_found(locale, words):
    """Diagnosis, dose, stopping a medicine, odds, blame and fear harm readers."""
    assert len(named(words, locale)) >= 1


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "Only a test can show whether you have a clot."),
        ("en", "See a doctor today if you take a statin, or you have a clot risk."),
        ("en", "If you have diabetes, look at your feet daily."),
        ("en", "Do not stop taking a prescribed medicine."),
        ("en", "Do not stop the medicine on your own."),
        ("id", "Jangan hentikan obat sendiri."),
        ("id", "Tidak boleh berhenti minum obat tanpa dokter."),
        ("id", "Bila Anda punya diabetes, periksa kaki tiap hari."),
        ("id", "Demam 38 °C selama 3 hari."),
        ("en", "Hold the stretch for 30 seconds, 3 times."),
        ("id", "Berhenti merokok membantu."),
    ],
)
def test_a_harmless_phrase_is_let_through(locale, words):
    """A check that cries wolf is switched off."""
    assert named(words, locale) == []


def test_the_quick_look_misses_nothing():
    """Every alternative of every pattern holds one of the words that the quick look searches for."""
    import re

    for phrase in PHRASES:
        for locale in ("id", "en"):
            pattern = re.compile(getattr(phrase, locale), re.I)
            for words in SAMPLES[locale]:
                if pattern.search(words):
                    assert HINTS[locale].search(words.casefold()), words


SAMPLES = {
    "id": [
        "anda terkena",
        "ini pasti karena",
        "itu jelas adalah",
        "diagnosis anda",
        "5 mg",
        "2 tablet",
        "minum dua kapsul",
        "hentikan obat",
        "setop obat",
        "stop minum obat",
        "berhenti memakai statin",
        "5 persen",
        "7 %",
        "3 dari 10 orang",
        "peluangnya 3",
        "kelalaian anda",
        "anda malas",
        "salah sendiri",
        "makanya",
        "seharusnya anda sudah",
        "akibat kemalasan",
        "mematikan",
        "mengerikan",
        "maut",
        "fatal",
        "mimpi buruk",
        "bom waktu",
        "pembunuh diam-diam",
        "bahaya besar",
        "awas!",
    ],
    "en": [
        "you suffer from",
        "you have cancer",
        "your diagnosis is",
        "this is certainly",
        "5 mg",
        "2 pills",
        "take one tablet",
        "stop your medicine",
        "stop taking",
        "5 per cent",
        "7 %",
        "3 in 10 people",
        "odds of 3",
        "your fault",
        "you are to blame",
        "you should have",
        "you are lazy",
        "non-compliant",
        "deadly",
        "lethal",
        "terrifying",
        "horrifying",
        "fatal",
        "nightmare",
        "time bomb",
        "silent killer",
        "now!",
    ],
}
