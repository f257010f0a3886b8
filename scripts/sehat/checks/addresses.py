"""No two pages stand at one address, and a former address is not in use again."""

from collections.abc import Iterator
from datetime import date

from sehat.addresses import PageEntry, SiteMap
from sehat.checks.parts import problem
from sehat.model.entities import Page
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Problem


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for the second page at an address, and for a redirect over a page."""
    taken: dict[str, str] = {}
    for page in SiteMap(library).pages:
        for url in page.url.values():
            first = taken.setdefault(url, page.file)
            if first != page.file:
                yield problem(
                    library,
                    page.file,
                    _place(library, page),
                    "addresses",
                    en=f'The page would stand at "/{url}" like {first}. Give one of them another title or "address".',
                    id=f'Halaman ini akan berada di "/{url}" seperti {first}. Ganti judul atau "address" salah satunya.',
                )
    for entity in library.entities():
        for number, old in enumerate(getattr(entity, "former_addresses", ())):
            if old in taken:
                yield problem(
                    library,
                    entity.file,
                    ("former_addresses", number),
                    "addresses",
                    en=f'"{old}" is the address of {taken[old]} now. Delete it from the former addresses.',
                    id=f'"{old}" sekarang alamat {taken[old]}. Hapus dari daftar alamat lama.',
                )
            taken.setdefault(old, entity.file)


def _place(library: Library, page: PageEntry) -> Path:
    """Where the address of a page comes from."""
    entity = next((each for each in library.entities() if each.file == page.file), None)
    given = isinstance(entity, Page) and entity.address is not None
    return ("address",) if given else ("title",)
