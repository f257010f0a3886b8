"""Every page of the real site: language, twins, links, headings, valid HTML, safety."""

import itertools
import json
import re
from pathlib import Path

import html5lib
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sehat.addresses import relative
from sehat.reading.library import read_library
from tests.projects import ROOT

LOCALES = ("id", "en")


@pytest.fixture(scope="session")
def pages(built_site):
    """Every page of both languages by address, parsed."""
    found = {}
    for path in sorted(built_site.rglob("index.html")):
        url = path.parent.relative_to(built_site).as_posix() + "/"
        text = path.read_text("utf-8")
        # A former address holds only the way to where the page stands now.
        if url.split("/")[0] in LOCALES and 'http-equiv="refresh"' not in text:
            found[url] = HTMLParser(text)
    assert len(found) > 300
    return found


def text(node):
    return re.sub(r"\s+", " ", node.text()).strip()


def test_every_page_says_its_language(pages):
    """A screen reader chooses its voice by it."""
    wrong = {url for url, tree in pages.items() if tree.css_first("html").attributes["lang"] != url.split("/")[0]}

    assert wrong == set()


def test_every_page_and_its_twin_name_each_other(pages):
    """A reader who switches language stays on the page."""
    for url, tree in pages.items():
        links = {
            link.attributes["hreflang"]: link.attributes["href"].split("/", 3)[3]
            for link in tree.css('head link[rel="alternate"][hreflang]')
        }
        assert set(links) == {"id", "en", "x-default"}, url
        assert links[url.split("/")[0]] == url
        for locale in LOCALES:
            twin = pages[links[locale]]
            back = twin.css_first(f'head link[rel="alternate"][hreflang="{url.split("/")[0]}"]')
            assert back.attributes["href"].endswith("/" + url)
        switch = tree.css_first("header a[hreflang]")
        other = next(code for code in LOCALES if code != url.split("/")[0])
        assert switch.attributes["href"].rstrip("/") == relative(url, links[other]).rstrip("/")
        assert tree.css_first('link[rel="canonical"]').attributes["href"].endswith("/" + url)


def test_previous_and_next_stay_in_the_language(pages):
    """Turning pages never changes the language."""
    for url, tree in pages.items():
        for link in tree.css('a[rel="prev"], a[rel="next"]'):
            target = resolve(url, link.attributes["href"])
            assert target.split("/")[0] == url.split("/")[0], url


def resolve(url, href):
    """The address from the site's root that a relative link on `url` leads to."""
    parts = url.rstrip("/").split("/") if url else []
    path = href.split("#")[0].split("?")[0]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts) + ("/" if not parts or "." not in parts[-1] else "")


def test_every_link_and_anchor_leads_somewhere(pages, built_site):
    """A worried reader never lands on an error page."""
    broken = []
    anchors = {
        url: {node.attributes["id"] for node in tree.css("[id]") if node.attributes.get("id")}
        for url, tree in pages.items()
    }
    for url, tree in pages.items():
        for link in tree.css("a[href]"):
            href = link.attributes["href"]
            if re.match(r"(https?|tel|mailto):", href):
                continue
            target = resolve(url, href) if href.split("#")[0] else url
            anchor = href.partition("#")[2]
            if target in pages:
                if anchor and anchor not in anchors[target]:
                    broken.append((url, href))
            elif not (built_site / target).exists():
                broken.append((url, href))

    assert broken == []


def test_external_links_have_the_right_form(pages):
    """Sources open their own page and learn nothing of where the reader came from."""
    for url, tree in pages.items():
        for link in tree.css("article a[href^='http']"):
            href = link.attributes["href"]
            assert re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]+)?(/\S*)?", href), (url, href)
            assert "noreferrer" in (link.attributes.get("rel") or ""), (url, href)
            assert not re.search(r"[?&](ref|utm_\w+)=", href), href


def test_addresses_that_must_not_be_published_stay_out(pages):
    """Sources marked as not linkable are cited by title only."""
    hidden = [each.url for each in read_library(ROOT).library.sources.values() if not each.linkable]
    assert hidden
    for url, tree in pages.items():
        links = {link.attributes["href"] for link in tree.css("a[href]")}
        assert not links & set(hidden), url


def test_headings_ids_and_landmarks_are_in_order(pages):
    """One h1, no level skipped, ids unique, one main: the page can be heard."""
    for url, tree in pages.items():
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, (url, levels)
        assert levels.count(1) == 1, (url, levels)
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), (url, levels)
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), url
        assert len(tree.css("main")) == 1, url
        assert text(tree.css_first("title")), url
        assert tree.css_first('meta[name="description"]').attributes["content"].strip(), url


def test_html_is_valid(built_site):
    """Browsers and readers need not guess."""
    for path in sorted(built_site.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text("utf-8"))

        assert parser.errors == [], path


def test_emergency_help_is_on_every_page_without_a_click(pages):
    """The number and the signs are never behind a click, a script or a language switch."""
    for url, tree in pages.items():
        assert tree.css('header a[href="tel:119"]'), url
        if tree.css_first("body").attributes["class"].endswith(("--condition", "--cause", "--home", "--emergency")):
            card = tree.css_first("article .card--emergency")
            assert card is not None, url
            assert card.css("a[href='tel:119']"), url
            assert len(card.css("li")) >= 5, url
            assert [link.attributes["href"] for link in card.css("a")] == ["tel:119"], url
            first_section = tree.css_first("article h2")
            assert text(first_section) == text(card.css_first("h2")), url


def test_no_page_loads_anything_from_elsewhere(pages):
    """No third party learns who reads what."""
    for url, tree in pages.items():
        for node in tree.css("script[src], img[src], link[rel~=stylesheet], link[rel~=icon], iframe, source[src]"):
            target = node.attributes.get("src") or node.attributes.get("href") or ""
            assert not re.match(r"(https?:)?//", target), (url, target)


def test_both_languages_have_the_same_pages_with_the_same_parts(pages):
    """Whatever stands in one language stands in the other: sections, items, numbers."""
    for url, tree in pages.items():
        if not url.startswith("id/"):
            continue
        kind = tree.css_first("body").attributes["class"]
        if kind.endswith(("--index", "--glossary", "--sources", "--page", "--search")):
            continue
        href = tree.css_first('head link[hreflang="en"]').attributes["href"].split("/", 3)[3]
        twin = pages[href]
        assert shape(tree) == shape(twin), (url, href)


def shape(tree):
    """Sections with how many items each list has."""
    article = tree.css_first("article")
    return {
        # Anchors of prose headings are made of their words, so they differ from language to language.
        "sections": sorted(
            "" if node.parent.attributes.get("class") == "prose" else node.attributes.get("id") or ""
            for node in article.css("h2")
        ),
        "items": len(article.css("li")),
        "cards": len(article.css(".card")),
        "notes": len(article.css(".note")),
        "sources": len(article.css(".refs-list > li")),
    }


def test_every_fact_stands_on_a_page_in_every_language(pages):
    """The ledger of facts is what the site must say; each is read on a page, in both languages."""
    from sehat.model.references import statements

    library = read_library(ROOT).library
    shown = {
        locale: plain(
            " ".join(text(tree.css_first("article")) for url, tree in pages.items() if url.startswith(locale))
        )
        for locale in LOCALES
    }
    said = {fact: [] for fact in library.facts}
    for entity in library.entities():
        for _, statement in statements(entity):
            for fact in statement.facts:
                said[fact].append(statement)
    missing = [
        (fact, locale)
        for fact, found in said.items()
        for locale in LOCALES
        if not any(plain(each.text[locale]) in shown[locale] for each in found)
    ]

    assert missing == []


def plain(words):
    """Words without the source numbers and spaces between them."""
    return re.sub(r"\W+|\d+", "", words)


def test_limits_of_facts_are_shown_with_them(pages):
    """A qualified or disputed statement never stands without its note."""
    from sehat.model.references import statements

    library = read_library(ROOT).library
    for locale in LOCALES:
        shown = plain(
            " ".join(text(tree.css_first("article")) for url, tree in pages.items() if url.startswith(locale))
        )
        for cause in library.causes.values():
            for _, statement in statements(cause):
                if statement.note:
                    assert plain(statement.note[locale]) in shown, (cause.slug, locale)


def test_the_list_of_pages_names_every_page(built_site, pages):
    """Tools find each page by kind, entity and language."""
    listed = json.loads((Path(built_site) / "api/v1/pages.json").read_text("utf-8"))

    assert {page["url"].strip("/") + "/" for page in listed} == set(pages)
    assert all(set(page) >= {"kind", "entity", "locale", "url", "title"} for page in listed)
