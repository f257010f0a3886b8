"""`llms.txt`: where to read first, for programs that answer people's questions."""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

FIRST = ("home", "condition", "emergency", "self-check", "index", "glossary", "sources", "page", "changes")
MORE = ("cause", "remedy", "finding", "examination")


def llms_txt(site: Mapping[str, Any], pages: Sequence[Mapping[str, Any]]) -> str:
    """The pages of each language by kind, with what they say in a sentence; `pages` are front matter."""
    first = site["locales"][site["default_locale"]]
    return "\n".join([f"# {_plain(first['site_name'])}", "", *_parts(site, pages)]) + "\n"


def _parts(site: Mapping[str, Any], pages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for here in site["locales"].values():
        yield f"> {_plain(here['tagline'])} {_plain(here['words']['footer_notice'])}"
        yield ""
    for locale, here in site["locales"].items():
        yield f"## {_plain(here['name'])}: {_plain(here['site_name'])}"
        yield ""
        for kinds in (FIRST, MORE):
            mine = (page for page in pages if page["locale"] == locale and page["kind"] in kinds)
            yield from _lines(site["site_url"], sorted(mine, key=lambda page: kinds.index(page["kind"])))
        yield ""
    yield "## Data"
    yield ""
    yield f"- [pages.json]({site['site_url']}api/v1/pages.json)"


def _lines(site_url: str, pages: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for page in pages:
        yield f"- [{_plain(page['title'])}]({site_url}{page['url']}): {_plain(page['description'])}"


def _plain(words: str) -> str:
    return html.unescape(words).replace("[", "(").replace("]", ")")
