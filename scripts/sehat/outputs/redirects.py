"""Pages at former addresses that lead to where a page stands now."""

from collections.abc import Iterator

from sehat.addresses import relative
from sehat.files import OutputFile
from sehat.model.entities import Page
from sehat.outputs.edition import Edition
from sehat.outputs.words import N_
from sehat.safe_text.escape import html_text

REDIRECT = """<!doctype html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{link}">
<title>{title}</title>
</head>
<body>
<main><h1>{title}</h1><p><a href="{link}">{page}</a></p></main>
</body>
</html>
"""


def redirects(edition: Edition) -> Iterator[OutputFile]:
    """One page per former address of this language."""
    title = html_text(edition.word(N_("This page has moved")))
    for old, entity in _moved_entities(edition):
        page = REDIRECT.format(
            locale=edition.locale,
            link=relative(old, edition.url(entity.kind_name, entity.slug)),
            title=title,
            page=html_text(edition.say(entity.title)),
        )
        yield OutputFile(f"docs/{old}index.html", page.encode("utf-8"))


def moved(edition: Edition) -> Iterator[tuple[str, str]]:
    """Former and present address of every page that has moved in this language."""
    for old, entity in _moved_entities(edition):
        yield old, edition.url(entity.kind_name, entity.slug)


def _moved_entities(edition: Edition) -> Iterator[tuple[str, Page]]:
    for entity in edition.library.entities():
        if isinstance(entity, Page) and edition.site_map.has(entity.kind_name, entity.slug):
            for old in entity.former_addresses:
                if old.startswith(f"{edition.locale}/"):
                    yield old, entity
