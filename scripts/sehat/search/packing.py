"""Numbers, sorted words and lists of pages as short text, which `engine.mjs` unpacks."""

from collections.abc import Iterable, Mapping, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
STEP = 32


def number(value: int) -> str:
    """A whole number from 0: five bits per character, least first; characters from the 33rd on are continued."""
    text = ""
    while value >= STEP:
        text += DIGITS[STEP + value % STEP]
        value //= STEP
    return text + DIGITS[value]


def numbers(values: Iterable[int]) -> str:
    """Whole numbers in a row."""
    return "".join(map(number, values))


def gaps(places: Iterable[int]) -> list[int]:
    """Growing numbers as the distances between them."""
    found: list[int] = []
    last = -1
    for place in sorted(places):
        found.append(place - last - 1)
        last = place
    return found


def word_list(words: Sequence[str]) -> str:
    """Sorted words: how many letters each shares with the one before, and the rest of it, separated by spaces."""
    return " ".join(_difference(before, word) for before, word in zip(("", *words), words, strict=False))


def word_forms(forms: Iterable[tuple[str, str]], place: Mapping[str, int]) -> str:
    """Roots with words, in order: distance to the last root, how many letters both share, the rest of the word."""
    parts: list[str] = []
    last = 0
    for root, word in forms:
        if root in place:
            parts.append(number(place[root] - last) + _difference(root, word))
            last = place[root]
    return " ".join(parts)


def impacts(pages: Sequence[Mapping[str, int]], place: Mapping[str, int]) -> str:
    """For each term, in the order of `places`, what it says about each of its pages."""
    lists: list[list[int]] = [[] for _ in place]
    for page in pages:
        for term, impact in page.items():
            lists[place[term]].append(impact)
    return "".join(map(numbers, lists))


def places(pages: Sequence[Iterable[str]], place: Mapping[str, int]) -> str:
    """For each term the number of its pages, then for each page the distance from the last one."""
    lists: list[list[int]] = [[] for _ in place]
    for page_number, page in enumerate(pages):
        for term in page:
            lists[place[term]].append(page_number)
    return "".join(number(len(entries)) + numbers(gaps(entries)) for entries in lists)


def names(page: Sequence[Sequence[str]], impacts: Mapping[str, int]) -> str:
    """A page's names; their terms by rank among the page's own, strongest first, so that most numbers are small."""
    rank = {term: place for place, term in enumerate(sorted(impacts, key=lambda term: (-impacts[term], term)))}
    kept = [[rank[term] for term in name if term in rank] for name in page]
    return number(len(kept)) + "".join(number(len(name)) + numbers(name) for name in kept)


def by_meaning(words: Mapping[str, str]) -> dict[str, str]:
    """What stands for the same term, behind that term and separated by `|`."""
    found: dict[str, list[str]] = {}
    for word, term in words.items():
        found.setdefault(term, []).append(word)
    return {term: "|".join(sorted(same)) for term, same in found.items()}


def _difference(before: str, word: str) -> str:
    shared = 0
    while shared < min(len(before), len(word), STEP - 1) and before[shared] == word[shared]:
        shared += 1
    return DIGITS[shared] + word[shared:]
