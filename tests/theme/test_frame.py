"""The frame around every page: the gateway, the missing page, what a browser may load, which words every page has."""

import hashlib
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode

from sehat.outputs.theme_words import THEME_WORDS
from sehat.publish.front_matter import split
from sehat.publish.headers import FIRST_SCRIPT, POLICY, VERSIONED
from sehat.publish.template_markdown import html_of
from tests.projects import ROOT


def only(tree: HTMLParser, selector: str) -> LexborNode:
    """The first element that a selector finds; there must be one."""
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


@pytest.fixture(scope="module")
def trees(built_site: Path) -> dict[str, HTMLParser]:
    """Every HTML file of the real site, parsed."""
    return {
        path.relative_to(built_site).as_posix(): HTMLParser(path.read_text(encoding="utf-8"))
        for path in built_site.rglob("*.html")
    }


def test_nothing_else_inside_a_page_may_run(trees: dict[str, HTMLParser]) -> None:
    """The policy allows files of this site and one known script; an injected one would be dead."""
    for name, tree in trees.items():
        policy = only(tree, 'meta[http-equiv="Content-Security-Policy"]')
        scripts = tree.css('script:not([type="application/json"]):not([type="application/ld+json"])')

        assert policy.attributes["content"] == POLICY, name
        inside = [script.text() for script in scripts if not script.attributes.get("src") or script.text()]
        assert inside == [FIRST_SCRIPT], name
        assert [] == [node.html for node in tree.css("style, [style], [onclick], [onload], [onerror]")], name
    assert "unsafe" not in POLICY


def test_style_and_script_carry_the_mark_of_their_content(built_site: Path, trees: dict[str, HTMLParser]) -> None:
    """Browsers may keep them for a year; a new version has a new address on every page at once."""
    for name, tree in trees.items():
        style = only(tree, "link[rel=stylesheet]").attributes["href"] or ""
        scripts = [each for each in loaded(tree) if each.partition("?")[0].endswith(VERSIONED)]
        assert len(scripts) == (2 if tree.css_first("[data-scheme-toggle]") else 0), name
        for address in (style, *scripts):
            path, _, mark = address.partition("?v=")
            file = built_site / "assets" / path.split("assets/")[1]
            assert mark == hashlib.sha256(file.read_bytes()).hexdigest()[:8], name


def loaded(tree: HTMLParser) -> list[str]:
    """The modules that a page loads once it has been painted."""
    return (only(tree, "head script").attributes.get("data-load") or "").split()


def test_scripts_wait_until_a_page_has_been_painted(trees: dict[str, HTMLParser]) -> None:
    """On a slow network words come first: nothing but the page and its look is asked for before."""
    for name, tree in trees.items():
        assert [] == [node.html for node in tree.css("script[src], head link[rel=preload]")], name


def test_the_mark_beside_the_name_is_the_icon_of_the_site() -> None:
    """It stands in the style sheet, where it needs no request; drawn twice, it must not drift."""
    icon = (ROOT / "docs/assets/images/favicon.svg").read_text(encoding="utf-8").strip()
    styles = (ROOT / "docs/assets/css/site.css").read_text(encoding="utf-8")
    rule = re.search(r'\.md-logo__mark \{[^}]*url\("data:image/svg\+xml,([^"]+)"\)', styles)

    assert rule
    assert unquote(rule[1]) == icon.replace('"', "'")


def test_the_missing_page_counts_every_address_from_the_root(trees: dict[str, HTMLParser]) -> None:
    """It is shown at any depth, where a relative link would lead nowhere."""
    links = [*trees["404.html"].css("[href]"), *trees["404.html"].css("[src]")]
    addresses = [link.attributes.get("href") or link.attributes.get("src") or "" for link in links]

    assert len(addresses) > 6
    assert [] == [each for each in addresses if not each.startswith(("/", "tel:")) or each.startswith("//")]


def test_the_gateway_names_every_language_in_its_own(trees: dict[str, HTMLParser]) -> None:
    """Who cannot read one language must find the other."""
    tree = trees["index.html"]
    choices = {
        item.attributes["lang"]: next(link.attributes["href"] or "" for link in item.css("a.button"))
        for item in tree.css(".md-gateway__list > li")
    }

    assert {"id": "id/", "en": "en/"} == {code: href.removeprefix("./") for code, href in choices.items()}
    assert "x-default" in {link.attributes["hreflang"] for link in tree.css("head link[rel=alternate]")}


def test_the_sitemap_says_what_the_pages_say(built_site: Path, trees: dict[str, HTMLParser]) -> None:
    """A search engine drops twins that do not name each other the same way everywhere."""
    entries = re.findall(r"<url><loc>([^<]*)</loc>(.*?)</url>", (built_site / "sitemap.xml").read_text("utf-8"))
    listed = {loc: set(re.findall(r'hreflang="([^"]*)" href="([^"]*)"', links)) for loc, links in entries}
    shown = {}
    for name, tree in trees.items():
        if canonical := tree.css_first("link[rel=canonical]"):
            links = tree.css("head link[rel=alternate][hreflang]")
            pairs = {(link.attributes["hreflang"] or "", link.attributes["href"] or "") for link in links}
            shown[canonical.attributes["href"]] = pairs
            assert name.endswith("index.html")

    assert len(entries) == len(listed)
    assert shown == listed


def test_every_word_of_the_theme_is_known() -> None:
    """A word that templates use and the renderer does not give would stop the build; one that none uses is dead."""
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "docs/theme").rglob("*.html"))
    used = set(re.findall(r"\b(?:w|words)\.([a-z_]+)", templates))

    assert used == {key for key, _ in THEME_WORDS}


def test_every_rendered_page_takes_the_short_way_to_html(built_site: Path) -> None:
    """Whatever templates write beyond it costs ten times the time, page by page, without anybody noticing."""
    pages = [path for code in ("id", "en") for path in (built_site.parent / "docs" / code).rglob("*.md")]
    slow = [path for path in pages if html_of(split(path.read_text(encoding="utf-8"))[1]) is None]

    assert pages
    assert [] == [str(path.relative_to(built_site.parent)) for path in slow]
