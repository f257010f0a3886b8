"""A name that people use leads to one page only."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sehat.addresses import has_page
from sehat.checks.parts import problem
from sehat.model.entities import Page
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Problem
from sehat.reading.blanks import BLANK


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning at the second page that claims a title or lay name of another page."""
    for locale in library.languages.published:
        claimed: dict[str, list[tuple[str, Path]]] = defaultdict(list)
        for entity in library.entities():
            if isinstance(entity, Page) and has_page(entity):
                for name, path in _names(entity, locale):
                    if BLANK.search(name):
                        continue
                    claimed[" ".join(name.casefold().split())].append((entity.file, path))
        for name, places in claimed.items():
            first = places[0][0]
            for file, path in places[1:]:
                if file != first:
                    yield problem(
                        library,
                        file,
                        path,
                        "lay-names",
                        en=f'The name "{name}" also leads to {first}. '
                        "Keep it where it fits best, or note the reason in content/exceptions.yaml.",
                        id=f'Nama "{name}" juga menuju {first}. '
                        "Sisakan di tempat yang paling cocok, atau tulis alasannya di content/exceptions.yaml.",
                        level="warning",
                    )


def _names(entity: Page, locale: str) -> Iterator[tuple[str, Path]]:
    yield entity.title[locale], ("title", locale)
    for number, name in enumerate(entity.also_called[locale]):
        yield name, ("also_called", locale, number)
