"""Every fact of the ledger is said by a statement, and no statement claims more certainty than its facts."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import LEDGER, parts, problem, unread
from sehat.model.library import Library
from sehat.model.references import Path, statements
from sehat.model.statement import Statement
from sehat.problems import Problem

CERTAINTY = {"supported": 0, "qualified": 1, "unverified": 2, "disputed": 2}
"""A statement may be as certain as its least certain fact, or less."""
NEEDS_NOTE = ("qualified", "disputed")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """Facts nobody says, claims that are too certain, and missing notes."""
    claimed: set[str] = set()
    for file, value in parts(library):
        if file == LEDGER:
            continue
        for path, statement in statements(value):
            claimed.update(statement.facts)
            yield from _certainty(library, file, path, statement)
    for fact in library.facts if not unread(library) else ():
        if fact not in claimed:
            yield problem(
                library,
                LEDGER,
                (fact,),
                "facts",
                en=f'No statement says the fact "{fact}". Add it under "facts" of the statement that says it.',
                id=f'Belum ada pernyataan untuk fakta "{fact}". Cantumkan di "facts" pada pernyataan yang memuatnya.',
            )


def _certainty(library: Library, file: str, path: Path, statement: Statement) -> Iterator[Problem]:
    for number, slug in enumerate(statement.facts):
        fact = library.facts.get(slug)
        if fact and CERTAINTY[statement.check] < CERTAINTY[fact.check]:
            yield problem(
                library,
                file,
                (*path, "facts", number),
                "facts",
                en=f'The fact "{slug}" is {fact.check}, but this statement claims more. '
                f'Write "check: {fact.check}" and say the limit in a note.',
                id=f'Fakta "{slug}" berstatus {fact.check}, tetapi pernyataan ini lebih yakin. '
                f'Tulis "check: {fact.check}" dan sebutkan batasnya di note.',
            )
    if statement.check in NEEDS_NOTE and statement.note is None:
        yield problem(
            library,
            file,
            path,
            "facts",
            en=f'A statement that is {statement.check} needs a note for the reader. Add "note".',
            id=f'Pernyataan yang {statement.check} perlu catatan bagi pembaca. Tambahkan "note".',
        )
