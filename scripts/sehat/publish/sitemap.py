"""The sitemap: the language gateway, and every page with its twins in the other languages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
FOOT = "</urlset>\n"


def sitemap(site_url: str, default_locale: str, pages: Sequence[Mapping[str, Any]]) -> str:
    """The sitemap of these pages, given by their front matter; one line each, in order of address."""
    return HEAD + "".join(_entries(site_url, default_locale, pages)) + FOOT


def _entries(site_url: str, default_locale: str, pages: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for page in pages:
        twins = [(twin["locale"], twin["url"]) for twin in page["alternates"]]
        home = page["kind"] == "home"
        twins += [("x-default", "" if home else url) for code, url in twins if code == default_locale]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{site_url}{url}"/>' for code, url in twins
        )
        updated = f"<lastmod>{page['updated']}</lastmod>" if page["updated"] else ""
        if home and page["locale"] == default_locale:
            yield f"<url><loc>{site_url}</loc>{links}</url>\n"
        yield f"<url><loc>{site_url}{page['url']}</loc>{updated}{links}</url>\n"
