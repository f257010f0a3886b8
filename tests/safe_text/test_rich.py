"""Prose pages hold paragraphs, headings, lists, emphasis and links, and nothing else."""

import markdown
import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sehat.safe_text.rich import Heading, RichText, rich_html

PAGES = {"cause:heat-cramps": "../penyebab/kram-panas/", "page:about": "../tentang/"}
TAGS = {"p", "h2", "h3", "ul", "ol", "li", "em", "strong", "a", "br"}
ATTRIBUTES = {"a": {"href", "rel", "title"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"}}


def rich(source: str) -> RichText:
    """The page whose text begins on line 6 of its file."""
    return rich_html(source, file="content/pages/about.id.md", line=6, resolve=PAGES.get)


def places(source: str) -> list[tuple[int, int]]:
    """Line and column of every problem."""
    return [(problem.line, problem.column) for problem in rich(source).problems]


def test_what_is_allowed_becomes_html() -> None:
    """Writers of prose pages need these and have no others."""
    page = rich("## Judul\n\nSatu *dua*\n**tiga**.\n\n- a\n- b\n\n1. c\n")

    assert (
        '<h2 id="judul">Judul</h2>\n<p>Satu <em>dua</em>\n<strong>tiga</strong>.</p>\n'
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n"
    ) == page.html
    assert () == page.problems


def test_links_lead_to_pages_by_their_names() -> None:
    """Addresses differ per language and may change; names do not."""
    page = rich("[a](cause:heat-cramps) [b](page:about#cara-kami) [c](https://x.example/?a=1&b=2) [d](tel:119) [e](#x)")
    links = LexborHTMLParser(page.html).css("a")

    assert () == page.problems
    assert [
        "../penyebab/kram-panas/",
        "../tentang/#cara-kami",
        "https://x.example/?a=1&b=2",
        "tel:119",
        "#x",
    ] == [link.attributes["href"] for link in links]


def test_headings_are_listed_with_distinct_anchors() -> None:
    """The table of contents is made from them."""
    page = rich("## Isi & *arti*\n\n### Isi\n\n## Isi\n\n## ?")

    assert (
        Heading(2, "isi-arti", "Isi & arti"),
        Heading(3, "isi", "Isi"),
        Heading(2, "isi-2", "Isi"),
        Heading(2, "bagian", "?"),
    ) == page.headings
    assert ["isi-arti", "isi", "isi-2", "bagian"] == [
        heading.attributes["id"] for heading in LexborHTMLParser(page.html).css("h2, h3")
    ]


@pytest.mark.parametrize(
    ("source", "place", "said"),
    [
        ("Satu\n\nDua <b>x", (8, 5), "HTML tags"),
        ("Satu\n\n<div>\nx\n</div>", (8, 1), "HTML tags"),
        ("Satu\n<!-- x -->", (7, 1), "HTML tags"),
        ("a\nb\nc ![x](y.png)", (8, 3), "Pictures"),
        ("\n# Judul", (7, 1), "main heading"),
        ("## a\n\n#### b", (8, 1), "no deeper"),
        ("### a", (6, 1), "must stand below"),
        ("Judul\n=====", (6, 1), "underlined"),
        ("Judul\n---", (6, 1), "underlined"),
        ("a\n\n---\n", (8, 1), "dividing line"),
        ("a\n\n> b", (8, 1), "quotation"),
        ("```\nx\n```", (6, 1), "code"),
        ("a\n\n    x", (8, 5), "code"),
        ("a `x`", (6, 3), "code"),
        ("- a\n- b\n\n  | a | b |\n  |---|---|\n", (9, 3), "Tables"),
        ("a\n\n[x]: https://x.example\n", (8, 1), "line of its own"),
        ("a <https://x.example>", (6, 3), "bare address"),
        ("a\n[x](javascript:alert(1))", (7, 5), '"javascript:alert(1)"'),
        ("a [x](http://x.example)", (6, 7), '"http://x.example"'),
        ("a [x](../penyebab/)", (6, 7), '"../penyebab/"'),
        ("a [x](cause:heat-cramp)", (6, 7), 'no page for "cause:heat-cramp"'),
        ("a [](https://x.example)", (6, 3), "no words"),
        ("a  \nb\\\n[x]({detail} )", (8, 5), "{detail}"),
    ],
)
def test_what_is_not_allowed_is_said_at_its_place(source: str, place: tuple[int, int], said: str) -> None:
    """Nothing is dropped silently: the writer reads where and what to do instead."""
    (problem,) = rich(source).problems

    assert place == (problem.line, problem.column)
    assert said in problem.message["en"]
    assert problem.message["id"]
    assert ("content/pages/about.id.md", "error", "rich-text") == (problem.file, problem.level, problem.rule)


def test_all_problems_come_at_once_in_order() -> None:
    """A writer mends a page in one go."""
    assert [(6, 1), (8, 1), (10, 1)] == places("# a\n\n> b\n\n<i>c</i> <b>d</b>")


def test_a_refused_link_leaves_its_words() -> None:
    """A preview shows the sentence; publishing has stopped anyway."""
    assert "<p>a <em>kata</em> b</p>\n" == rich("a [*kata*](javascript:alert(1)) b").html


def check_harmless(source: str) -> None:
    """Fails unless the HTML of `source` holds only what is allowed, also after Python-Markdown."""
    page = rich(source).html
    clean = nh3.clean(page, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes={"https", "tel", "mailto"})
    block = f'<div class="prose">\n{page}</div>'
    rendered = markdown.markdown(f"Kata\n\n{block}\n\nKata", extensions=["attr_list", "tables", "toc", "admonition"])

    assert LexborHTMLParser(clean).html == LexborHTMLParser(page).html
    assert f"<p>Kata</p>\n{block}\n<p>Kata</p>".split() == rendered.split()


def test_no_payload_becomes_anything_else(attack: list[str]) -> None:
    """Prose is read as Markdown, so more of the corpus has a meaning here."""
    for payload in attack:
        for source in (payload, f"Kata {payload} kata", f"- {payload}\n\n## {payload}", f"[{payload}]({payload})"):
            check_harmless(source)


VISIBLE = r"""[ ] ( ) ]( < > javascript: &#58; https://a.example page:about * ** _ ` | --- \ " ' ! & {{ x"""
SPACED = ("\n", "\n\n", "    ", "- ", "1. ", "# ", "## ", "> ", "{: a=b}")
PIECES = st.sampled_from([*VISIBLE.split(), *SPACED])


@settings(max_examples=300, deadline=None)
@given(source=st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=14).map("".join))
def test_no_text_becomes_anything_else(source: str) -> None:
    """The corpus holds what somebody thought of; this tries what nobody did."""
    check_harmless(source)


@pytest.mark.parametrize("unit", ["[", "*a ", "_", "<", "&", "[a](", "![", "- ", "`", "\\", "* a\n  ", "#"])
def test_long_prose_stays_harmless(unit: str) -> None:
    """A page that somebody damaged neither stops a build nor becomes anything else; `./run bench long` has the times."""
    check_harmless((unit * 20_000)[:20_000])
