"""The files that need every page of every language at once, made from the pages' front matter and the built site."""

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sehat.publish.feed import atom
from sehat.publish.host_files import host_files
from sehat.publish.lean import lean, lean_files
from sehat.publish.llms import llms_txt
from sehat.publish.offline import offline_files
from sehat.publish.opensearch import opensearch
from sehat.publish.sitemap import sitemap

KINDS = ("condition", "cause", "remedy", "examination", "finding", "self-check", "search")
"""The kinds that tools may ask for; every other page is a `page`."""

KEPT = ("title", "description", "locale", "kind", "entity", "url", "alternates", "updated")
"""What of the front matter is needed here."""


def page_list(pages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The part of each page's front matter that whole-site files are made from, in order of address."""
    return sorted(({key: page[key] for key in KEPT} for page in pages), key=lambda page: str(page["url"]))


def finish(folder: Path, site: Mapping[str, Any], pages: Iterable[Mapping[str, Any]]) -> None:
    """Add to the built site in `folder` what is about all of it; `site` is the theme's data with the site's address."""
    listed = page_list(pages)
    for address, text in whole_site_files(site, listed):
        _write(folder / address, text)
    for address, text in host_files(site, [path.name for path in (folder / "assets").iterdir() if path.is_dir()]):
        _write(folder / address, text)
    for path in lean_files(folder / "assets"):
        _write(path, lean(path.read_text(encoding="utf-8"), path.suffix))
    # Last: what is kept for use without a network is known by everything that stands in the folder.
    for address, text in offline_files(folder, site, listed):
        _write(folder / address, text)


def whole_site_files(site: Mapping[str, Any], listed: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Address and text of each file made from the list of pages."""
    site_url = site["site_url"]
    published = [page for page in listed if page["locale"] in {twin["locale"] for twin in page["alternates"]}]
    yield "sitemap.xml", sitemap(site_url, site["default_locale"], published)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"
    yield "llms.txt", llms_txt(site, published)
    yield "api/v1/pages.json", json.dumps([_public(page) for page in listed], ensure_ascii=False, indent=0) + "\n"
    for locale, here in site["locales"].items():
        yield opensearch(site_url, locale, here)
        if here["feed"]:
            yield here["feed"]["url"], atom(site_url, locale, here["site_name"], here["feed"])


def _public(page: Mapping[str, Any]) -> dict[str, str]:
    kind = page["kind"] if page["kind"] in KINDS else "page"
    return {
        "kind": kind,
        "entity": page["entity"],
        "locale": page["locale"],
        "url": page["url"],
        "title": html.unescape(page["title"]),
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
