"""Sentences, words and syllables of Indonesian and English prose, counted for checks and statistics."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

# Abbreviations after which a sentence goes on, whatever follows; without the last full stop.
_GOES_ON: Mapping[str, str] = {
    "id": "dr drg drs ir prof tn ny nn sdr sdri mis msl spt a.n d.a u.p s.d jl gg kab kec tgl jml ttg",
    "en": "dr mr mrs ms prof st e.g i.e cf vs viz approx dept fig figs eq ref refs",
}
# Followed by a number these are "number", "page", "article"; else they end a sentence ("No.").
_BEFORE_NUMBER = "no nos nomor hlm hal pp p vol art ch sec tel telp"

_END = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s+["'“‘«(\[¿¡]*(\w))""")
_LONGEST_ABBREVIATION = 12
_LAST_WORD = re.compile(r"[\w.]*\w$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:[-–'’]\w+)*")
_INDONESIAN_SYLLABLE = re.compile(r"(?:ai|au|oi|ei)(?![a-z])|[aeiou]|(?<![a-z])y(?![aeiou])")
# The e that is written but not spoken: "calve(s)", "walk(e)d", but not "musc-les", "box-es", "want-ed".
_ENGLISH_SILENT = re.compile(
    r"(?:(?<![aeiouyl])e|(?<=[aeiouy]l)e|(?<![aeioutdy])(?<![^aeiouy]l)ed|(?<![aeioucgsxzhy])(?<![^aeiouy]l)es)$"
)
_ENGLISH_SYLLABLE = re.compile(r"[aeiouy]+")


def sentences(text: str, locale: str) -> tuple[str, ...]:
    """The sentences of `text`, each with its full stop.

    A full stop within a number or after an abbreviation ends nothing; neither does one before a small letter.
    """
    found = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text[start : match.start()], match, locale):
            found.append(text[start : match.end()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def words(text: str) -> tuple[str, ...]:
    """The words of `text`. A doubled or joined word (`otot-otot`), a number (`1.000,5`) and a range (`7–9`) count once."""
    return tuple(_WORD.findall(text))


def word_count(text: str) -> int:
    """How many words `text` has."""
    return sum(1 for _ in _WORD.finditer(text))


def longest_sentence(text: str, locale: str) -> tuple[int, str]:
    """The sentence with the most words, and how many; the first of several."""
    return max(
        ((word_count(said), said) for said in sentences(text, locale)), key=lambda pair: pair[0], default=(0, "")
    )


@lru_cache(maxsize=65536)
def syllables(word: str, locale: str) -> int:
    """About how many syllables `word` has, at least one: vowels in Indonesian, groups of vowels in other languages."""
    small = word.lower()
    if locale == "id":
        return max(1, len(_INDONESIAN_SYLLABLE.findall(small)))
    return max(1, sum(1 for _ in _ENGLISH_SYLLABLE.finditer(_ENGLISH_SILENT.sub("", small))))


def _ends(before: str, match: re.Match[str], locale: str) -> bool:
    """Whether the mark that `match` found ends the sentence begun by `before`."""
    following = match[1]
    if following.islower():
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    last = _LAST_WORD.search(before[-_LONGEST_ABBREVIATION:])
    if not last:
        return True
    word = last[0].lower()
    if word in _BEFORE_NUMBER.split():
        return not following.isdigit()
    return word not in _GOES_ON.get(locale, "").split()


def any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the phrases as whole words, in either case, the longest first; None without any."""
    longest_first = sorted(phrases, key=lambda each: (-len(each), each))
    joined = "|".join(re.escape(each) for each in longest_first)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if joined else None
