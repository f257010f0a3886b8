"""What the theme needs on every page: menus, interface words, emergency numbers."""

import json
from collections.abc import Mapping
from typing import Any

from sehat.addresses import SINGLE_SECTIONS
from sehat.files import OutputFile
from sehat.language.formats import own_name, text_direction, with_territory
from sehat.model.library import Library
from sehat.outputs.cards import main_number
from sehat.outputs.changes_page import feed
from sehat.outputs.edition import Edition
from sehat.outputs.redirects import moved
from sehat.outputs.theme_words import theme_words
from sehat.safe_text.escape import html_attribute

THEME_FILE = ".cache/sehat/theme.json"
MENU = ("condition", "cause", "finding", "remedy", "self-check", "index")
FOOTER_SECTIONS = ("emergency", "examination", "term", "source", "changes")
PROSE_ORDER = ("about", "method", "privacy", "editors")


def theme(library: Library, editions: Mapping[str, Edition]) -> OutputFile:
    """The theme's data as JSON; every string is safe to print in HTML."""
    data = {
        "default_locale": library.default_locale,
        "repository": library.site.repository,
        "emergency_number": main_number(next(iter(editions.values()))),
        "contact": html_attribute(library.site.contact or ""),
        "offline": library.site.offline == "on",
        "changed": max((each.date.isoformat() for each in library.changes.values()), default=""),
        "redirects": {old: new for edition in editions.values() for old, new in moved(edition)},
        "locales": {code: _locale(edition) for code, edition in editions.items()},
    }
    return OutputFile(THEME_FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _locale(edition: Edition) -> dict[str, Any]:
    site = edition.library.site
    found = theme_words(edition.word, emergency_number=main_number(edition))
    words = {key: _plain(words) for key, words in found.items()}
    words["footer_notice"] = _plain(edition.say(site.notice))
    return {
        "name": _plain(own_name(edition.locale)),
        "dir": text_direction(edition.locale),
        "site_name": _plain(edition.say(site.title)),
        "tagline": _plain(edition.say(site.tagline)),
        "territory": with_territory(edition.locale),
        "emergency_numbers": [
            {"number": each.number, "name": _plain(edition.say(each.name))} for each in site.emergency_numbers
        ],
        "feed": feed(edition),
        "home_url": edition.url("home", "home"),
        "search_url": edition.url("search", "search"),
        "selfcheck_url": edition.url("self-check", "self-check"),
        "emergency_url": edition.url("emergency", "emergency"),
        "index_url": edition.url("index", "index"),
        "menu": [_section(edition, name) for name in MENU],
        "footer": [_section(edition, name) for name in FOOTER_SECTIONS if name in site.sections] + _prose(edition),
        "words": words,
    }


def _section(edition: Edition, name: str) -> dict[str, str]:
    kind = (SINGLE_SECTIONS | {"self-check": "self-check"}).get(name)
    entry = edition.page(kind or "index", kind or name)
    return {"key": name, "title": _plain(entry.title[edition.locale]), "url": entry.url[edition.locale]}


def _prose(edition: Edition) -> list[dict[str, str]]:
    known = [entry.entity for entry in edition.site_map.pages if entry.kind == "page"]
    order = [slug for slug in PROSE_ORDER if slug in known] + [slug for slug in known if slug not in PROSE_ORDER]
    entries = [edition.page("page", slug) for slug in order]
    return [
        {"key": entry.entity, "title": _plain(entry.title[edition.locale]), "url": entry.url[edition.locale]}
        for entry in entries
    ]


def _plain(words: str) -> str:
    return html_attribute(words)
