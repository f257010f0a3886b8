"""The files that need every page of every language at once, made from the pages' front matter."""

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sehat.publish.sitemap import sitemap

KINDS = ("condition", "cause", "remedy", "examination", "finding", "self-check", "search")
"""The kinds that tools may ask for; every other page is a `page`."""

KEPT = ("title", "locale", "kind", "entity", "url", "alternates", "updated")
"""What of the front matter is needed here."""


def page_list(pages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The part of each page's front matter that whole-site files are made from, in order of address."""
    return sorted(({key: page[key] for key in KEPT} for page in pages), key=lambda page: str(page["url"]))


def whole_site_files(
    site_url: str, default_locale: str, pages: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Address and text of each file."""
    listed = page_list(pages)
    yield "sitemap.xml", sitemap(site_url, default_locale, listed)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
    yield "api/v1/pages.json", json.dumps([_public(page) for page in listed], ensure_ascii=False, indent=0) + "\n"


def _public(page: Mapping[str, Any]) -> dict[str, str]:
    kind = page["kind"] if page["kind"] in KINDS else "page"
    return {
        "kind": kind,
        "entity": page["entity"],
        "locale": page["locale"],
        "url": page["url"],
        "title": html.unescape(page["title"]),
    }
