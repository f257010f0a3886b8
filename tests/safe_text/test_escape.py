"""Content text stays text in every place where a page holds it."""

import html
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import markdown
import nh3
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sehat.safe_text.escape import html_attribute, html_text, markdown_text
from sehat.safe_text.hidden import HIDDEN, one_line

# MkDocs itself adds the first three.
LEAN = ("toc", "tables", "fenced_code", "attr_list", "admonition", "def_list")
# More than the site uses: what somebody may switch on one day.
MORE = ("md_in_html", "abbr", "footnotes", "sane_lists", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed")
STOCK = (*LEAN, *MORE)
EXTENSIONS = {"lean": LEAN, "stock": STOCK}

MARKDOWN_PLACES = {
    "paragraph": "@",
    "inside a paragraph": "Kata @ kata, **@** lagi.",
    "touching markup": "[kata](../sana.md)@ **kata**@ *@*kata <b>kata</b>@ <br>@",
    "two lines of a paragraph": "@\n@",
    "bullet": "- @\n- @\n    - @",
    "numbered": "1. @\n2. @",
    "title": "# @ {#judul}",
    "heading": "## @ {#bagian}\n\nKata.",
    "underlined heading": "@ {#bagian}\n===",
    "table": "| @ | b |\n|---|---|\n| @ | @ |",
    "link text": "Lihat [@](../sana.md) dan [@][r].\n\n[r]: ../situ.md",
    "image text": "![@](../gambar.svg)",
    "admonition title": '!!! danger "@"\n\n    Kata.',
    "admonition body": '!!! danger "Kata"\n\n    @\n\n    - @',
    "definition": "@\n:   @\n\n    @",
    "attribute list around": "@ kata\n{: #tempat .kelas }",
}
HTML_PLACES = {
    "raw block": "<p>@</p>",
    "raw list": "<ul>\n<li>@</li>\n<li><a href='x'>@</a> @</li>\n</ul>",
    "inline element": "Kata <span class='a'>@</span> kata <abbr>@</abbr>.",
    "inline element at the start": "<b>@</b> kata",
    "element that Markdown reads": '<div markdown="1">\n\n@\n\n- @\n\n</div>',
}
ATTRIBUTE_PLACES = {
    "block": "<div title=\"@\" data-a='@'>Kata</div>",
    "inline": "Kata <abbr title=\"@\" data-a='@'>kata</abbr> kata.",
}
TAGS = {
    *("p", "ul", "ol", "li", "h1", "h2", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "div", "strong", "b"),
    *("dl", "dt", "dd", "span", "abbr", "em", "br"),
}
ATTRIBUTES = {"*": {"id", "class", "title", "data-a", "markdown"}, "a": {"href"}, "img": {"src", "alt"}}

Escape = Callable[[str], str]


@cache
def page_maker(extensions: str) -> markdown.Markdown:
    """Python-Markdown with one of the sets of extensions."""
    return markdown.Markdown(extensions=list(EXTENSIONS[extensions]))


def render(source: str, extensions: str) -> str:
    """The HTML of `source`."""
    return page_maker(extensions).reset().convert(source)


def tree(page: str) -> Any:
    """What a browser makes of `page`, as nested tuples."""
    return branch(LexborHTMLParser(page).root)


def branch(node: Any) -> Any:
    """One text, or one element with its attributes and what stands in it."""
    if node.tag == "-text":
        return flat(node.text_content)
    parts = []
    child = node.child
    while child is not None:
        parts.append(branch(child))
        child = child.next
    return (node.tag, tuple(sorted(node.attributes.items())), tuple(parts))


def flat(text: str | None) -> str:
    """`text` as a browser shows it."""
    return re.sub("[ \t\r\n\f]+", " ", text or "")


def with_word(node: Any, word: str) -> Any:
    """The tree of the harmless page with every KATA replaced by `word`."""
    if isinstance(node, str):
        return node.replace("KATA", word)
    return tuple(with_word(part, word) for part in node)


@cache
def harmless(place: str, extensions: str) -> Any:
    """The tree that every page made from `place` must have."""
    return tree(render(place.replace("@", "KATA"), extensions))


def changed(place: str, escape: Escape, payload: str, extensions: str) -> str | None:
    """What `payload` changed in the page beside the text, or None."""
    page = render(place.replace("@", escape(payload)), extensions)
    found = tree(page)
    expected = with_word(harmless(place, extensions), flat(one_line(payload)))
    if found != expected:
        return f"{payload!r} in {place!r} became {page!r}"
    cleaned = tree(nh3.clean(page, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, strip_comments=False))
    return None if cleaned == found else f"{payload!r} in {place!r} let something unsafe through: {page!r}"


def visible(payloads: list[str]) -> list[str]:
    """The payloads of which something is left to see."""
    return [payload for payload in payloads if one_line(payload)]


PLACES: list[tuple[str, Escape]] = [
    *((place, markdown_text) for place in MARKDOWN_PLACES.values()),
    *((place, html_text) for place in HTML_PLACES.values()),
    *((place, html_attribute) for place in ATTRIBUTE_PLACES.values()),
]


@pytest.mark.parametrize("extensions", EXTENSIONS)
def test_no_payload_changes_a_page(attack: list[str], extensions: str) -> None:
    """An editor, or somebody who writes through one, must not be able to reach a reader's browser."""
    failures = [
        failure
        for payload in visible(attack)
        for place, escape in PLACES
        if (failure := changed(place, escape, payload, extensions))
    ]

    assert [] == failures


SPECIAL = st.sampled_from([*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t1a\u0661\u00a0\u202e\u200d\u2028\x02\x03é😀"])
HOSTILE = st.lists(st.one_of(SPECIAL, st.characters()), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=HOSTILE)
@example(text="1* x")
@example(text="12#")
def test_no_text_changes_a_page(text: str) -> None:
    """The corpus holds what somebody thought of; this tries what nobody did."""
    if not one_line(text):
        return

    assert [] == [failure for place, escape in PLACES if (failure := changed(place, escape, text, "lean"))]


Weaken = Callable[[Escape], Escape]


def keeping(*marks: str) -> Weaken:
    """Leaves some marks as they are."""

    def escape(strong: Escape, text: str) -> str:
        escaped = strong(text)
        for mark in marks:
            escaped = escaped.replace(f"&#{ord(mark)};", mark)
        return escaped

    return lambda strong: partial(escape, strong)


WEAKER: dict[str, Weaken] = {
    "html.escape alone": lambda strong: lambda text: html.escape(one_line(text)),
    "backslashes": lambda strong: lambda text: re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", one_line(text)),
    "hidden marks kept": lambda strong: lambda text: strong(text.replace("\u202e", "KEPT")).replace("KEPT", "\u202e"),
    "line breaks kept": lambda strong: lambda text: "\n".join(strong(line) for line in text.split("\n")),
    "the first mark kept": lambda strong: lambda text: strong("KATA" + text).removeprefix("KATA"),
    "tags kept": keeping("<", ">"),
    **{f"{mark} kept": keeping(mark) for mark in "\"'#&*[_`{|\\-.:"},
}


@pytest.mark.parametrize("weaken", WEAKER.values(), ids=list(WEAKER))
def test_a_weaker_escape_is_caught(weaken: Weaken, payloads: list[str]) -> None:
    """A corpus that lets a weaker escape pass would prove nothing."""
    tries = ((place, strong, weaken(strong), text) for text in visible(payloads) for place, strong in PLACES)

    assert any(changed(place, weak, text, "lean") for place, strong, weak, text in tries if weak(text) != strong(text))


@pytest.mark.parametrize("extensions", EXTENSIONS)
def test_a_table_of_contents_shows_the_heading_as_text(payloads: list[str], extensions: str) -> None:
    """Themes print these names unescaped."""
    for payload in visible(payloads):
        maker = page_maker(extensions)
        render(f"## {markdown_text(payload)} {{#bagian}}", extensions)
        (entry,) = maker.toc_tokens  # type: ignore[attr-defined]

        # The extension itself makes every space an ordinary one.
        assert tree(html.escape(" ".join(one_line(payload).split()))) == tree(entry["name"])


def test_ordinary_prose_stays_readable() -> None:
    """Reviewers read rendered Markdown, and each entity costs build time."""
    text = "Kram (mis. malam hari) reda dalam 1,5 menit: 2-3 kali/minggu; otot-otot 100% pulih?"

    assert text == markdown_text(text)


@pytest.mark.parametrize(
    ("text", "markdown_source"),
    [
        ("1. Satu", "1&#46; Satu"),
        ("- butir", "&#45; butir"),
        ("*a*", "&#42;a&#42;"),
        ("  dua  kata\n", "dua kata"),
        ("", ""),
    ],
)
def test_only_marks_that_could_act_become_entities(text: str, markdown_source: str) -> None:
    """Keeps the form stable, so that a change of it is a decision."""
    assert markdown_source == markdown_text(text)


def test_hidden_characters_never_reach_a_page(payloads: list[str]) -> None:
    """A mark that turns the reading direction can make advice read as its opposite."""
    for payload in payloads:
        for escape in (markdown_text, html_text, html_attribute):
            assert not HIDDEN.search(escape(payload))


def test_joiners_stay_where_they_spell_words() -> None:
    """Persian, Hindi and Javanese-Arabic words change without them; a later language must not be damaged."""
    assert "نمی\u200cخواهم" == markdown_text("نمی\u200cخواهم")
    assert "kata" == markdown_text("ka\u200cta")


@pytest.mark.parametrize("escape", [markdown_text, html_attribute])
@pytest.mark.parametrize("unit", ["<", "[", "*a ", "&#60;", " - ", "\u202e", "\u0661", "  ", "1", "[a](", "\n"])
def test_long_text_is_escaped_to_its_end(escape: Escape, unit: str) -> None:
    """A very long line neither stops a build nor keeps a mark; `./run bench long` has the times."""
    escaped = escape((unit * 100_000)[:100_000])

    assert not re.search(r"[<>\[\]*_`]|&(?!#?\w+;)", escaped)
    assert len(html.unescape(escaped)) <= 100_000


def test_the_site_uses_no_extension_beyond_those_tried_here() -> None:
    """Extensions such as magiclink or snippets give meaning to marks that stay readable here."""
    config = Path(__file__).parents[2] / "mkdocs.yml"
    if not config.exists():
        pytest.skip("there is no mkdocs.yml yet")
    text = config.read_text("utf-8")
    used = yaml.load(text, Loader=yaml.BaseLoader)["markdown_extensions"]
    names = {name for entry in used for name in ([entry] if isinstance(entry, str) else entry)}

    assert names <= set(STOCK)
