"""How the site is found and handed on: structured data, link previews, feeds, lists for programs, redirects."""

import gzip
import html
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sehat.model.library import Library
from sehat.outputs.png import words_of
from sehat.reading.library import read_library
from tests.projects import ROOT

SITE = "https://betis-sehat.example/"
VOCABULARY = json.loads((ROOT / "tests/outputs/schema_org.json").read_text(encoding="utf-8"))["types"]
LEAVES = {"Text", "URL", "Date", "DateTime", "CssSelectorType", "PronounceableText", "XPathType", "Boolean", "Number"}
SHOWN = ("name", "description", "alternateName", "codeValue")
"""Properties whose words must stand on the page."""


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, HTMLParser]:
    """Every page of every language, parsed."""
    found = {}
    for path in sorted([*built_site.glob("id/**/index.html"), *built_site.glob("en/**/index.html")]):
        found[f"{path.parent.relative_to(built_site).as_posix()}/"] = HTMLParser(path.read_text(encoding="utf-8"))
    return {url: tree for url, tree in found.items() if not tree.css("meta[http-equiv=refresh]")}


@pytest.fixture(scope="session")
def structured(pages: dict[str, HTMLParser]) -> dict[str, Any]:
    """The JSON-LD of every page."""
    blocks = {url: tree.css('script[type="application/ld+json"]') for url, tree in pages.items()}
    assert {1} == {len(found) for found in blocks.values()}
    return {url: json.loads(found[0].text()) for url, found in blocks.items()}


def attribute(tree: HTMLParser, selector: str, name: str) -> str:
    """An attribute of the first element of a page that matches."""
    node = tree.css_first(selector)
    assert node is not None, selector
    return node.attributes[name] or ""


def title(tree: HTMLParser) -> str:
    """The title of a page."""
    node = tree.css_first("title")
    assert node is not None
    return node.text()


def the_library() -> Library:
    """The real content."""
    library = read_library(ROOT).library
    assert library is not None
    return library


def ancestors(schema_type: str) -> Iterator[str]:
    """A type and everything it is."""
    yield schema_type
    for parent in VOCABULARY[schema_type]["parents"]:
        yield from ancestors(parent)


def problems(node: dict[str, Any], place: str) -> Iterator[str]:
    """What the vocabulary does not know in a piece of structured data."""
    schema_type = node["@type"]
    if schema_type not in VOCABULARY:
        yield f"{place}: {schema_type} is no type"
        return
    known = {name: held for each in ancestors(schema_type) for name, held in VOCABULARY[each]["properties"].items()}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{place}: {schema_type} has no {name}"
            continue
        for part in value if isinstance(value, list) else [value]:
            if not isinstance(part, dict):
                if not LEAVES & set(known[name]):
                    yield f"{place}.{name}: words where {known[name]} is expected"
            elif not set(ancestors(part["@type"])) & set(known[name]):
                yield f"{place}.{name}: {part['@type']} is none of {known[name]}"
            else:
                yield from problems(part, f"{place}.{name}")


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A piece of structured data and all pieces in it."""
    yield node
    for value in node.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from nodes(part)


def visible(tree: HTMLParser) -> str:
    """The words of a page as a reader sees them, without source numbers and hidden parts."""
    copy = HTMLParser(tree.html or "")
    for node in copy.css("head, script, sup.refs, [hidden], .hidden"):
        node.decompose()
    return re.sub(r"\s+", " ", copy.text())


def test_structured_data_uses_the_words_of_the_vocabulary(structured: dict[str, Any]) -> None:
    """A search engine drops what it does not know, and with it the page's place."""
    found = [problem for url, data in structured.items() for problem in problems(data, url)]

    assert [] == found
    assert {"https://schema.org"} == {data["@context"] for data in structured.values()}


def test_structured_data_says_what_the_page_says(structured: dict[str, Any], pages: dict[str, HTMLParser]) -> None:
    """Nothing is told to a search engine that is kept from a reader."""
    missing = []
    for url, data in structured.items():
        words = visible(pages[url])
        for node in nodes(data):
            for name in SHOWN:
                said = node.get(name, [])
                for each in said if isinstance(said, list) else [said]:
                    if re.sub(r"\s+", " ", each) not in words:
                        missing.append((url, name, each))
        assert data["url"] == attribute(pages[url], "link[rel=canonical]", "href")
        assert data["inLanguage"] == url.split("/")[0]
        assert data["isPartOf"]["url"] == f"{SITE}{data['inLanguage']}/"
        assert data["dateModified"] == attribute(pages[url], ".md-end time", "datetime")

    assert [] == missing


def test_structured_data_names_what_the_page_is_about(structured: dict[str, Any]) -> None:
    """Each kind of page as the vocabulary calls it; nothing that is advised against becomes a therapy."""
    expected = {
        "en/complaints/calf-cramp/": ["MedicalCondition"],
        "en/causes/heat-cramps/": ["MedicalCause"],
        "id/penyebab/kram-panas/": ["MedicalCause"],
        "id/gejala/betis-bengkak/": ["MedicalSignOrSymptom"],
        "en/": [],
    }
    found = {}
    for url in expected.keys() & structured.keys():
        about = structured[url].get("about", [])
        found[url] = [each["@type"] for each in (about if isinstance(about, list) else [about])]
    kinds = {each["@type"] for data in structured.values() for each in nodes(data)}
    therapies = [
        data["name"]
        for url, data in structured.items()
        if url.startswith("en/") and any(each["@type"] == "MedicalTherapy" for each in nodes(data))
    ]
    remedies = the_library().remedies.values()

    assert found == {url: types for url, types in expected.items() if url in found}
    assert {"MedicalCause", "MedicalCondition", "MedicalSignOrSymptom", "MedicalTest", "MedicalTherapy"} <= kinds
    assert not {each.title["en"] for each in remedies if each.kind == "not-recommended"} & set(therapies)


def test_no_page_claims_a_review_that_never_was(structured: dict[str, Any]) -> None:
    """Search engines show reviewers; readers would believe it."""
    library = the_library()
    reviewed = [
        each
        for group in (library.conditions, library.causes, library.remedies, library.examinations)
        for each in group.values()
        if each.review.state == "reviewed"
    ]
    claimed = [url for url, data in structured.items() if {"lastReviewed", "reviewedBy"} & data.keys()]

    assert len(claimed) == len(reviewed) * len(library.languages.published)


def test_structured_data_is_light(pages: dict[str, HTMLParser]) -> None:
    """At most 500 bytes of a page on its way."""
    heavy = {}
    for url, tree in pages.items():
        text = tree.css('script[type="application/ld+json"]')[0].text()
        document = tree.html or ""
        size = len(gzip.compress(document.encode())) - len(gzip.compress(document.replace(text, "").encode()))
        if size > 500:
            heavy[url] = size

    assert {} == heavy


def test_a_link_in_a_chat_shows_what_it_leads_to(pages: dict[str, HTMLParser], built_site: Path) -> None:
    """Title, sentence, language and a small picture in that language."""
    for url, tree in pages.items():
        locale = url.split("/")[0]
        said = {
            node.attributes["property"]: node.attributes["content"] or "" for node in tree.css("meta[property^='og:']")
        }
        picture = built_site / said["og:image"].removeprefix(SITE).partition("?")[0]

        assert said["og:url"] == SITE + url
        assert said["og:description"] == attribute(tree, "meta[name=description]", "content")
        assert said["og:title"] == title(tree).split(" – ")[0]
        assert (said["og:locale"], said["og:locale:alternate"]) == (
            ("id_ID", "en_US") if locale == "id" else ("en_US", "id_ID")
        )
        assert picture.name.endswith(f".{locale}.png"), url
        assert picture.is_file(), url
        assert said["og:image:alt"] == words_of(picture.read_bytes())


def test_the_share_link_reads_well(pages: dict[str, HTMLParser]) -> None:
    """The title, the site and the address, nothing else; no request goes anywhere before a tap."""
    tree = pages["en/causes/heat-cramps/"]
    address = urlsplit(attribute(tree, "a[data-share]", "href"))

    assert (address.scheme, address.netloc) == ("https", "wa.me")
    assert {"text": [f"Heat cramps – Healthy Calves {SITE}en/causes/heat-cramps/"]} == parse_qs(address.query)


def test_feed_and_page_of_changes_say_the_same(built_site: Path, pages: dict[str, HTMLParser]) -> None:
    """One list of dated changes, read by people and by feed readers."""
    atom = "{http://www.w3.org/2005/Atom}"
    library = the_library()
    for locale, url in (("id", "id/perubahan/"), ("en", "en/changes/")):
        feed = ElementTree.parse(built_site / locale / "feed.xml").getroot()
        entries = feed.findall(f"{atom}entry")
        listed = [re.sub(r"\s+", " ", node.text()).strip() for node in pages[url].css(".changes > li > p:first-child")]

        assert listed == [entry.findtext(f"{atom}content") for entry in entries]
        assert {each.says[locale] for each in library.changes.values()} == set(listed)
        assert feed.findtext(f"{atom}updated") == max(entry.findtext(f"{atom}updated") or "" for entry in entries)
        assert len({entry.findtext(f"{atom}id") for entry in entries}) == len(entries)
        assert attribute(pages[f"{locale}/"], 'link[type="application/atom+xml"]', "href") == f"../{locale}/feed.xml"


def test_a_page_carries_the_date_of_its_last_change(pages: dict[str, HTMLParser]) -> None:
    """Every date comes from content/changes.yaml, none from a clock or a copy of a file."""
    days = {each.date for each in the_library().changes.values()}
    shown = {date.fromisoformat(attribute(tree, ".md-end time", "datetime")) for tree in pages.values()}

    assert shown <= days


def test_programs_find_the_pages_worth_reading(built_site: Path, pages: dict[str, HTMLParser]) -> None:
    """llms.txt names the important pages of each language, each with its sentence; robots.txt names the sitemap."""
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"^- \[([^\]]+)\]\((\S+)\): (.+)$", text, re.MULTILINE)

    assert text.startswith("# Betis Sehat\n")
    assert "](https://betis-sehat.example/id/darurat/)" in text
    for name, address, words in links:
        tree = pages[address.removeprefix(SITE)]
        assert words == html.unescape(attribute(tree, "meta[name=description]", "content"))
        assert name in title(tree).replace("[", "(").replace("]", ")")
    assert f"Sitemap: {SITE}sitemap.xml" in (built_site / "robots.txt").read_text(encoding="utf-8")
    assert "<lastmod>" in (built_site / "sitemap.xml").read_text(encoding="utf-8")
