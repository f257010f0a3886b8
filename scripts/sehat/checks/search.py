"""What search knows names pages, signs and words that exist, and says each thing once."""

from collections.abc import Iterable, Iterator
from datetime import date

from sehat.addresses import SiteMap
from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.model.search import LabelledQuery, SearchFlag, SearchWords
from sehat.problems import Problem
from sehat.reading.explain import nearest
from sehat.reading.search import FLAGS_FILE, queries_file, read_queries, words_file

PAGE_KINDS = ("remedy", "cause", "examination")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each page or sign that is not there, and for a synonym of two words.

    The labelled queries are only read when due dates are looked at as well, so that the preview stays fast.
    """
    pages = {f"{page.kind}:{page.entity}" for page in SiteMap(library).pages}
    for locale, words in library.search.words.items():
        yield from _words(library, words_file(locale), words, pages)
    for name, flag in library.search.flags.items():
        yield from _flag(library, name, flag, pages)
    if today is not None:
        queries, problems = read_queries(library.root, library.languages)
        yield from problems
        for locale, found in queries.items():
            yield from _queries(library, queries_file(locale), found, pages)


def _words(library: Library, file: str, words: SearchWords, pages: set[str]) -> Iterator[Problem]:
    named = [(name, ("pages", name)) for name in words.pages]
    named += [(name, ("intents", name)) for name in words.intents if name not in PAGE_KINDS]
    yield from _missing(library, file, named, pages, key=True)
    first: dict[str, str] = {}
    for word, others in words.synonyms.items():
        for number, other in enumerate(others):
            of = first.setdefault(other.casefold(), word)
            if of != word:
                yield problem(
                    library,
                    file,
                    ("synonyms", word, number),
                    "search",
                    en=f'"{other}" already means the same as "{of}". Keep it in one place.',
                    id=f'"{other}" sudah disamakan dengan "{of}". Sisakan di satu tempat.',
                )


def _flag(library: Library, name: str, flag: SearchFlag, pages: set[str]) -> Iterator[Problem]:
    places: list[tuple[str, Path]] = [(page, (name, "leads_to", number)) for number, page in enumerate(flag.leads_to)]
    yield from _missing(library, FLAGS_FILE, places, pages)
    sign = (flag.sign or "").partition("=")[0]
    if sign and sign not in library.known["finding"]:
        yield problem(
            library,
            FLAGS_FILE,
            (name, "sign"),
            "search",
            en=f'There is no finding called "{sign}".{nearest(sign, library.findings, "en") or " Correct the name."}',
            id=f'Tidak ada temuan bernama "{sign}".{nearest(sign, library.findings, "id") or " Perbaiki namanya."}',
        )


def _queries(library: Library, file: str, queries: Iterable[LabelledQuery], pages: set[str]) -> Iterator[Problem]:
    for row, query in enumerate(queries):
        for field in ("best", "good"):
            named = enumerate(getattr(query, field))
            yield from _missing(library, file, [(page, (row, field, number)) for number, page in named], pages)


def _missing(
    library: Library, file: str, named: Iterable[tuple[str, Path]], pages: set[str], *, key: bool = False
) -> Iterator[Problem]:
    for page, path in named:
        if page not in pages:
            yield problem(
                library,
                file,
                path,
                "search",
                en=f'There is no page "{page}".{nearest(page, pages, "en") or " Correct the name."}',
                id=f'Tidak ada halaman "{page}".{nearest(page, pages, "id") or " Perbaiki namanya."}',
                key=key,
            )
