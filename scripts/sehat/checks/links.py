"""Addresses of sources have the right form, carry no tracking, and stand in one source only."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.problems import Problem
from sehat.safe_text.links import safe_url

TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|yclid|msclkid)$")
REPOSITORY = re.compile(r"^https://[\w.-]+(?:/[\w.~-]+){2,}$")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each address that cannot be published as it is; whether it answers is checked elsewhere."""
    seen: dict[str, str] = {}
    for source in library.sources.values():
        for en, id in _form(source.url, linked=source.linkable):
            yield problem(library, source.file, ("url",), "links", en=en, id=id)
        first = seen.setdefault(_bare(source.url), source.file)
        if first != source.file:
            yield problem(
                library,
                source.file,
                ("url",),
                "links",
                en=f"{first} has the same address. Keep one of the two files.",
                id=f"{first} beralamat sama. Sisakan salah satu berkasnya.",
                level="warning",
            )
    repository = library.site.repository
    if repository is not None and not REPOSITORY.match(repository):
        yield problem(
            library,
            "content/site.yaml",
            ("repository",),
            "links",
            en=f'"{repository}" is not an address like https://github.com/owner/name. Correct it.',
            id=f'"{repository}" bukan alamat seperti https://github.com/pemilik/nama. Perbaiki.',
        )


def _form(url: str, *, linked: bool) -> Iterator[tuple[str, str]]:
    if linked and safe_url(url, http=True) is None:
        yield (
            'This is not a web address that can be linked. Copy it again from the browser, or write "linkable: false".',
            'Ini bukan alamat web yang dapat ditautkan. Salin lagi dari peramban, atau tulis "linkable: false".',
        )
        return
    tracking = [name for name, _ in parse_qsl(urlsplit(url).query) if TRACKING.match(name)]
    if tracking:
        yield (
            f'The address carries "{tracking[0]}", which follows readers. Delete that part.',
            f'Alamat ini memuat "{tracking[0]}" yang melacak pembaca. Hapus bagian itu.',
        )


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/").casefold()
