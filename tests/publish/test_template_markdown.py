"""The short way from Markdown to HTML says what Python-Markdown says, or nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from sehat.publish.template_markdown import html_of

PAGE = """\
# Kram &#91;x&#93; panas {: #top }

<section class="card card--emergency" aria-labelledby="emergency">
<h2 class="card__title" id="emergency">Cari &#42; bantuan</h2>
<ul>
<li>nyeri dada</li>
</ul>

<p>Sesudah baris kosong.</p>
</section>

Kalimat satu, dua.<sup class="refs"><a href="#s1" aria-label="Sumber 1">1</a></sup> Lalu \
[glukosa](../../istilah/#glukosa){.term} dan "x" 'y' - z.
{: .lede }

## Apa itu {: #what }

Teks. <span class="note"><strong>Catatan:</strong> hal &#45; lain.</span>

- satu <sup class="refs"><a href="#s1">1</a></sup>
- dua [a](b/){: .term }
- **tiga**<br>x

Antara.

1. a
2. b

<p class="note">x</p>
<ol class="refs-list">
<li id="s1">x</li>
</ol>

[A](b/) · [C](d/#e) → f
"""

PIECES = st.sampled_from(
    [
        *"#-*_+=:;|`~!<>[](){}&\\'\".,/ \n",
        *("\n\n", "    ", "  \n", "\n- ", "\n1. ", "\n## ", " {: #x }", "\n{: .lede }", "{.term}", "{: .term }"),
        *("[a](b/)", "[a](b.md)", "[a]: b", "[a][b]", "![a](b)", "**a**", "*a*", "_a_", "__a__", "`a`", "<b>", "</b>"),
        *("<div>", "</div>", "<p>", "</p>", "<p class='x'>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<hr>", "<!--"),
        *(
            "-->",
            "<https://a.example>",
            "&amp;",
            "&#42;",
            "&x",
            "a",
            "b c",
            "1.",
            "2)",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        *("<script>", "</script>", "javascript:a", "](", "***", "---", "===", "www.a.example", "\u00a0", "é"),
    ]
)


def python_markdown(text: str) -> str:
    """The answer of Python-Markdown with the site's extensions; white space around blocks does not count."""
    return folded(Markdown(extensions=["toc", "tables", "attr_list"]).convert(text))


def folded(html: str) -> str:
    """HTML without empty lines, which mean nothing between blocks."""
    return re.sub(r"\n+", "\n", html).strip()


def test_everything_templates_write_goes_the_short_way() -> None:
    """Otherwise a page costs thirty times as much, silently."""
    ours = html_of(PAGE)

    assert ours is not None
    assert python_markdown(PAGE) == folded(ours)


@pytest.mark.parametrize(
    "text",
    [
        "Teks\n- bukan daftar",
        "- a\n\n1. b",
        "- a\n  lanjut",
        "## Judul tanpa identitas",
        "a [b](javascript:c) d",
        "a [b](/c/) d",
        "a [b](c.md) d",
        "*miring*",
        "a <unknown> b",
        "<div>tidak ditutup",
        "<p>a</p> di luar",
        "| a | b |\n|---|---|\n| c | d |",
        "    kode",
        "> kutipan",
        "a & b",
        "baris  \nputus",
    ],
)
def test_anything_else_is_left_to_python_markdown(text: str) -> None:
    """A guess would be a second Markdown with its own mistakes."""
    assert html_of(text) is None


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_an_answer_is_always_python_markdowns(text: str) -> None:
    """Whatever stands on a page, both ways lead to the same HTML, so what is safe on one is safe on the other."""
    ours = html_of(text)

    if ours is not None:
        assert python_markdown(text) == folded(ours)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PAGE.split("\n\n")), max_size=8), st.integers(0, 400), PIECES)
def test_a_template_page_with_something_strange_in_it(blocks: list[str], where: int, strange: str) -> None:
    """The likeliest accident: a template page with one active mark that was not escaped."""
    page = "\n\n".join(blocks)
    text = page[:where] + strange + page[where:]
    ours = html_of(text)

    if ours is not None:
        assert python_markdown(text) == folded(ours)
