"""A complaint as a leaflet: one document for paper, in one language, with nothing that only a screen can do."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from sehat.language.formats import long_date, text_direction
from sehat.outputs.edition import Edition
from sehat.outputs.entity_pages import condition_page
from sehat.outputs.pages import render
from sehat.outputs.words import N_
from sehat.publish.front_matter import split
from sehat.publish.template_markdown import html_of
from sehat.safe_text.escape import html_text

FOLDER = "docs/assets/leaflets"
STYLE = Path(__file__).parent.parent / "templates" / "leaflet.css"

DOCUMENT = """<!doctype html>
<html lang="{locale}" dir="{dir}">
<head><meta charset="utf-8"><title>{title}</title><meta name="description" content="{description}">
<meta name="author" content="{site}"></head>
<body>
{body}
<footer><p>{notice}</p><p>{site}: {address}. {changed}</p><p>{numbers}</p></footer>
</body>
</html>
"""


def leaflets(edition: Edition, site_url: str) -> Iterator[tuple[str, str, str]]:
    """Path of the file, address of the page it is made from, and the document, for each complaint."""
    for slug, condition in edition.library.conditions.items():
        view = condition_page(edition, condition, (None, None))
        front, markdown = split(render(view, edition))
        body = html_of(markdown)
        if body is None:
            raise ValueError(f"The page of {slug} holds Markdown that a leaflet cannot show.")
        url = front["url"]
        yield (
            f"{FOLDER}/{slug}.{edition.locale}.pdf",
            url,
            _document(edition, front, _absolute(body, site_url, url), site_url + url),
        )


def _document(edition: Edition, front: dict[str, str], body: str, address: str) -> str:
    site = edition.library.site
    changed = edition.updated("condition", front["entity"])
    numbers = " · ".join(
        f"<strong>{each.number}</strong> {html_text(edition.say(each.name))}" for each in site.emergency_numbers
    )
    return DOCUMENT.format(
        locale=edition.locale,
        dir=text_direction(edition.locale),
        title=front["title"],
        description=front["description"],
        site=html_text(edition.say(site.title)),
        body=body,
        notice=html_text(edition.say(site.notice)),
        address=address,
        changed=f"{html_text(edition.word(N_('Last change')))}: {long_date(changed, edition.locale)}."
        if changed
        else "",
        numbers=f"{html_text(edition.word(N_('Emergency numbers')))}: {numbers}",
    )


def _absolute(body: str, site_url: str, url: str) -> str:
    """Links to other pages with the address of the site: a leaflet travels alone."""

    def whole(match: re.Match[str]) -> str:
        path, mark, anchor = match[1].partition("#")
        there = posixpath.normpath(posixpath.join(url, path))
        return f'href="{site_url}{there}/{mark}{anchor}"'

    return re.sub(r'href="((?![a-z]+:|#)[^"]+)"', whole, body)
