"""A statement ends as a sentence does, so that nothing was cut off."""

import re
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem, walked
from sehat.model.library import Library
from sehat.model.statement import Statement
from sehat.problems import Problem
from sehat.reading.blanks import BLANK

ENDED = re.compile(r"[.?!…:;][”’)]*$")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each statement and note without a mark at its end."""
    for file, path, node in walked(library):
        if not isinstance(node, Statement) or file == "content/facts.yaml":
            continue
        texts = [(node.text, path)] + ([(node.note, (*path, "note"))] if node.note else [])
        for text, at in texts:
            for locale in library.languages.published:
                words = text[locale]
                if not ENDED.search(words) and not BLANK.search(words):
                    yield problem(
                        library,
                        file,
                        (*at, locale),
                        "unfinished",
                        en=f'"… {words[-30:]}" ends without a full stop. Add it, or what was cut off.',
                        id=f'"… {words[-30:]}" berakhir tanpa titik. Tambahkan titik, atau kata yang terpotong.',
                    )
