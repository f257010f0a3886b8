"""No two pages stand at one address, and every address can be typed."""

from collections.abc import Iterator
from datetime import date

from sehat.addresses import SiteMap
from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.problems import Problem


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for the second page at an address."""
    taken: dict[str, str] = {}
    for page in SiteMap(library).pages:
        for url in page.url.values():
            first = taken.setdefault(url, page.file)
            if first != page.file:
                yield problem(
                    library,
                    page.file,
                    ("address",),
                    "addresses",
                    en=f'The page would stand at "/{url}" like {first}. Give one of them another title or "address".',
                    id=f'Halaman ini akan berada di "/{url}" seperti {first}. Ganti judul atau "address" salah satunya.',
                )
