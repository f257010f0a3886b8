"""A publisher is a name; where a copy was read, or whom it quotes, stands in `through`, once."""

import re
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Problem

RELATION = re.compile(
    r"\b(?:cop(?:y|ies)|wording|text (?:of|from|republished)|republish\w*|records? (?:on|of)|snapshot|translat\w+"
    r"|(?:quot|credit|summari[sz]|repeat|report)(?:ing|ed)|via|salinan|mengutip|merangkum|terjemahan)\b",
    re.IGNORECASE,
)
"""Words for what `through` says, in English or Indonesian: as part of a name nobody would translate them."""


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each publisher with words that readers of one language only understand."""
    for source in library.sources.values():
        through = source.through
        names: list[tuple[Path, str]] = [(("publisher",), source.publisher)]
        if through and through.name:
            names.append((("through", "name"), through.name))
        for path, name in names:
            found = RELATION.search(name)
            if found:
                yield problem(
                    library,
                    source.file,
                    path,
                    "publishers",
                    en=f'"{found[0]}" is shown untranslated here. Write names only, and put the rest in "through".',
                    id=f'"{found[0]}" tampil tanpa diterjemahkan di sini. Tulis namanya saja, sisanya di "through".',
                )
        if through and not through.name and not through.words:
            yield problem(
                library,
                source.file,
                ("through",),
                "publishers",
                en='It is not said who or what this is. Write "name", "words" or both.',
                id='Belum disebut siapa atau apa ini. Tulis "name", "words", atau keduanya.',
                key=True,
            )
