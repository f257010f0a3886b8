"""A medical word that several pages use stands in the glossary, unless a page of its own explains it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem, said
from sehat.model.entities import Page
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Problem

ENDINGS = {
    "id": "itis|pati|osis|emia|algia|plegia|grafi|gram|skopi|ektomi|lisis|iasis|trofi|parese|penia|uria|fagia|tonia",
    "en": "itis|pathy|osis|a?emia|algia|plegia|graphy|scopy|ectomy|lysis|iasis|trophy|paresis|penia|uria|phagia|tonia",
}
MEDICAL = {
    locale: re.compile(rf"(?<![\w-])[^\W\d_]{{3,}}(?:{endings})(?![\w-])", re.I) for locale, endings in ENDINGS.items()
}
EVERYDAY = frozenset(("diagnosis", "dosis", "program", "kilogram", "gram", "hipnosis", "analisis", "krisis", "gratis"))
PAGES = 3
"""In so many files a word has to stand before it must be explained."""


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning at the first use of each medical word that the glossary lacks."""
    for locale in library.languages.published:
        if locale not in MEDICAL:
            continue
        known = {
            word for term in library.terms.values() for form in term.forms[locale] for word in form.casefold().split()
        }
        known |= {
            word
            for entity in library.entities()
            if isinstance(entity, Page)
            for name in (entity.title[locale], *entity.also_called[locale])
            for word in name.casefold().split()
        }
        places: dict[str, dict[str, Path]] = defaultdict(dict)
        for each in said(library):
            if each.file.startswith("content/glossary/"):
                continue
            for match in MEDICAL[locale].finditer(each.text[locale]):
                places[match[0].casefold()].setdefault(each.file, (*each.path, locale))
        for word, files in sorted(places.items()):
            if len(files) >= PAGES and word not in known and word not in EVERYDAY:
                file, path = next(iter(files.items()))
                yield problem(
                    library,
                    file,
                    path,
                    "glossary",
                    en=f'The medical word "{word}" stands in {len(files)} files and not in the glossary. '
                    "Add it with ./run new term, or use a plainer word.",
                    id=f'Kata medis "{word}" ada di {len(files)} berkas tetapi belum di glosarium. '
                    "Tambahkan dengan ./run new term, atau pakai kata yang lebih mudah.",
                    level="warning",
                )
