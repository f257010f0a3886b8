"""The sitemap: every page with its twins in the other languages."""

from collections.abc import Iterable, Mapping
from typing import Any

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
FOOT = "</urlset>\n"


def sitemap(site_url: str, default_locale: str, pages: Iterable[Mapping[str, Any]]) -> str:
    """The sitemap of these pages, given by their front matter; one line each, in order of address."""
    return HEAD + "".join(sorted(_entry(site_url, default_locale, page) for page in pages)) + FOOT


def merged(sitemaps: Iterable[str]) -> str:
    """One sitemap with the entries of several, each once."""
    lines = {line for text in sitemaps for line in text.splitlines(keepends=True) if line.startswith("<url>")}
    return HEAD + "".join(sorted(lines)) + FOOT


def _entry(site_url: str, default_locale: str, page: Mapping[str, Any]) -> str:
    """One page; addresses and front matter are already escaped."""
    twins = [(twin["locale"], twin["url"]) for twin in page["alternates"]]
    fallback = [("x-default", "" if page["kind"] == "home" else url) for code, url in twins if code == default_locale]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{site_url}{url}"/>' for code, url in twins + fallback
    )
    updated = f"<lastmod>{page['updated']}</lastmod>" if page.get("updated") else ""
    return f"<url><loc>{site_url}{page['url']}</loc>{updated}{links}</url>\n"
