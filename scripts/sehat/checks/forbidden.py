"""Pages never diagnose, dose, tell people to stop a medicine, give odds of disease, blame or frighten."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sehat.checks.parts import line_problem, problem, prose_lines, wordings
from sehat.model.library import Library
from sehat.problems import Problem


class Phrase(NamedTuple):
    """Words that no page uses: how they are found per language, why not, and what to write instead."""

    id: str
    en: str
    why_en: str
    why_id: str


DISEASES_EN = r"(?:ALS|MND|cancer|diabetes|a clot|a blood clot|DVT|neuropathy|epilepsy|tetanus|kidney failure|a stroke)"
OPEN_EN = r"(?:if|when|whether|may|might|could|can|unless|that|do|does|who|where|or)"
"""Words after which "you have a clot" states nothing."""
PHRASES = (
    Phrase(
        r"\banda (?:pasti |jelas |sudah pasti )?(?:menderita|mengidap|terkena|kena)\b(?! (?:panas|air|sinar|hujan))"
        r"|\b(?:ini|itu) (?:pasti|jelas)(?: \w+)? (?:adalah|karena)\b|\bdiagnosis anda\b",
        r"\byou (?:certainly |definitely |clearly |surely )?(?:suffer from|have got|are suffering from)\b"
        rf"|(?:^|[.!?] )(?:(?!\b{OPEN_EN}\b)[^.!?])*\byou (?:certainly |definitely )?have {DISEASES_EN}\b(?! risk)"
        r"|\byour diagnosis is\b|\bthis is (?:certainly|definitely)\b",
        'It reads as a diagnosis. Say what it may be, such as "this can be a sign of …"',
        'Ini terbaca seperti diagnosis. Tulis kemungkinannya, misalnya "ini bisa menjadi tanda …"',
    ),
    Phrase(
        r"\b\d+(?:[.,]\d+)?(?:\s*[–-]\s*\d+(?:[.,]\d+)?)? ?(?:mg|mcg|µg|mikrogram|miligram|IU|mEq|mmol|gram)\b"
        r"|\b\d+ (?:tablet|kapsul|pil|kaplet|sendok obat)\b|\bminum (?:satu|dua|tiga|empat) (?:tablet|kapsul|pil|kaplet)\b",
        r"\b\d+(?:[.,]\d+)?(?:\s*[–-]\s*\d+(?:[.,]\d+)?)? ?(?:mg|mcg|µg|micrograms?|milligrams?|IU|mEq|mmol|grams?)\b"
        r"|\b\d+ (?:tablets?|capsules?|pills?)\b|\btake (?:one|two|three|four) (?:tablets?|capsules?|pills?)\b",
        "It gives a dose. Refer to the label, the prescriber or a pharmacist",
        "Ini menyebut dosis. Rujuk ke label, dokter, atau apoteker",
    ),
    Phrase(
        r"(?<!jangan )(?<!tidak )(?<!tanpa )(?<!tidak boleh )\b(?:hentikan|stop|setop|berhenti) (?:minum |memakai |pakai |konsumsi )?"
        r"(?:obat|statin|antidepresan|diuretik|resep|pil)\b(?! (?:merokok|tidur))",
        r"(?<!not )(?<!n’t )(?<!n't )(?<!never )\bstop (?:taking )?(?:your |the |this |any )?"
        r"(?:prescribed )?(?:medicines?|medication|statins?|tablets?|pills?|antidepressants?)\b"
        r"|(?<!not )(?<!n’t )(?<!n't )(?<!never )\bstop taking\b",
        "It tells people to stop a medicine. Write to keep taking it and to contact the prescriber",
        "Ini menyuruh berhenti minum obat. Tulis agar tetap diminum dan hubungi dokter yang meresepkan",
    ),
    Phrase(
        r"\d ?%|\b\d+ persen\b|\b\d+ dari (?:10|100|1\.000) orang\b|\bpeluang(?:nya)? \d",
        r"\d ?%|\b\d+ per ?cent\b|\b\d+ (?:in|out of) (?:every )?(?:10|100|1,000) (?:people|persons)\b|\bodds of \d",
        'It gives a share or odds in figures. Say it in words, such as "often" or "rarely"',
        'Ini menyebut persentase atau peluang. Tulis dengan kata, misalnya "sering" atau "jarang"',
    ),
    Phrase(
        r"\b(?:salah|kesalahan|ulah|kelalaian) anda\b|\banda (?:malas|lalai|ceroboh|teledor)\b|\bsalah sendiri\b"
        r"|\bmakanya\b|\bseharusnya anda (?:tidak|sudah)\b|\bakibat kemalasan\b",
        r"\b(?:your (?:own )?(?:fault|carelessness|negligence)|you are to blame|you should have|you brought this)\b"
        r"|\byou (?:are|were) (?:lazy|careless|negligent)\b|\bnon-?complian(?:t|ce)\b",
        "It blames the reader. Say what helps from now on",
        "Ini menyalahkan pembaca. Tulis apa yang membantu mulai sekarang",
    ),
    Phrase(
        r"\b(?:mematikan|mengerikan|maut|fatal|mimpi buruk|bom waktu|pembunuh diam-diam|bahaya besar)\b|!",
        r"\b(?:deadly|lethal|terrifying|horrifying|fatal|nightmare|time bomb|silent killer)\b|!",
        "It frightens without helping. Say calmly what to do and how soon",
        "Ini menakutkan tanpa menolong. Tulis dengan tenang apa yang dilakukan dan seberapa cepat",
    ),
)
PATTERNS = [
    ({"id": re.compile(each.id, re.I), "en": re.compile(each.en, re.I)}, each.why_en, each.why_id) for each in PHRASES
]
HINTS = {
    "id": re.compile(
        r"anda|pasti|jelas|\d|minum|henti|stop|setop|persen|peluang|salah|makanya|kemalasan|mematikan|mengerikan|"
        r"maut|fatal|mimpi|bom|pembunuh|bahaya|!"
    ),
    "en": re.compile(
        r"you|certain|definite|\d|take |stop|odds|per ?cent|complian|deadly|lethal|terrif|horrif|fatal|nightmare|bomb|"
        r"killer|!"
    ),
}
"""Without one of these no phrase can be there; most texts have none, which makes the check four times as fast."""


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each phrase that no page uses."""
    for file, path, locale, words in wordings(library):
        for found, en, id in _found(words, locale):
            if "also_called" in path or "forms" in path:
                continue
            yield problem(library, file, path, "forbidden", en=f'"{found}": {en}.', id=f'"{found}": {id}.')
    for file, line, locale, words in prose_lines(library):
        for found, en, id in _found(words, locale):
            yield line_problem(file, line, "forbidden", en=f'"{found}": {en}.', id=f'"{found}": {id}.')


def _found(words: str, locale: str) -> Iterator[tuple[str, str, str]]:
    if locale in HINTS and not HINTS[locale].search(words.casefold()):
        return
    for patterns, en, id in PATTERNS:
        match = patterns[locale].search(words) if locale in patterns else None
        if match:
            yield match[0], en, id
