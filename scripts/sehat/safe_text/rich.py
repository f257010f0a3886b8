"""Prose pages: a small part of Markdown becomes HTML, and everything else is a problem.

Two readers see the same source. One knows only what is allowed and makes the HTML, so nothing else can come out of it;
the other knows all of CommonMark and finds what the writer meant but may not use.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sehat.problems import Problem
from sehat.safe_text.hidden import without_hidden
from sehat.safe_text.links import safe_url
from sehat.safe_text.rich_words import RULES

Resolve = Callable[[str], str | None]

_ALLOWED = ("heading", "list", "emphasis", "link", "newline", "escape", "entity")
_REFERENCE = re.compile(r"(?P<page>(?!tel:|mailto:|https?:)[a-z][a-z-]*:[a-z0-9][a-z0-9-]*)(?P<part>#[a-z0-9-]+)?")
_INLINE = {"html_inline": "<", "image": "![", "code_inline": "`"}
_BLOCK = {"html_block", "hr", "fence", "code_block", "blockquote_open", "table_open"}


@dataclass(frozen=True)
class Heading:
    """A heading of a prose page: 2 or 3, its anchor and its words."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True)
class RichText:
    """HTML of a prose page, its headings in order, and what its writer has to change."""

    html: str
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...]


def rich_html(source: str, *, file: str, line: int, resolve: Resolve) -> RichText:
    """Paragraphs, headings (## and ###), lists, emphasis and links of `source` as HTML.

    `file` and `line` say where the source begins. Pages of the site are linked as `cause:heat-cramps`, which `resolve`
    turns into an address, or None when there is no such page. The HTML is for a raw `<div>`.
    """
    source = without_hidden(source)
    parser = _allowed_only()
    env: dict[str, object] = {}
    tokens = parser.parse(source, env)
    headings = tuple(_anchored(tokens))
    for token in tokens:
        token.children = _linked(token.children or [], resolve)
    html = parser.renderer.render(tokens, parser.options, env)
    return RichText(html, headings, tuple(_problems(source, file, line, resolve)))


@cache
def _allowed_only() -> MarkdownIt:
    return _links_untouched(MarkdownIt("zero").enable(list(_ALLOWED)))


@cache
def _everything() -> MarkdownIt:
    return _links_untouched(MarkdownIt("commonmark").enable("table"))


def _links_untouched(parser: MarkdownIt) -> MarkdownIt:
    """The parser with addresses as they were written: this module alone decides about them."""
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _target(href: str, resolve: Resolve) -> str | None:
    """Where a link leads, or None when it may not stand."""
    if reference := _REFERENCE.fullmatch(href):
        page = resolve(reference["page"])
        return page and safe_url(page + (reference["part"] or ""))
    safe = safe_url(href)
    return safe if safe and (":" in safe.partition("/")[0] or safe.startswith("#")) else None


def _linked(children: Sequence[Token], resolve: Resolve) -> list[Token]:
    """The tokens of a line with every link led to its target; the words of a refused link stay."""
    kept: list[Token] = []
    refused = False
    for token in children:
        if token.type == "link_open":
            target = _target(str(token.attrGet("href")), resolve)
            refused = target is None
            token.attrs = {"href": target or ""}
            if target and target.startswith("http"):
                token.attrs["rel"] = "noopener noreferrer external"
        if not (refused and token.type in ("link_open", "link_close")):
            kept.append(token)
    return kept


def _anchored(tokens: Sequence[Token]) -> Iterator[Heading]:
    """The headings, each given the anchor that it is returned with."""
    taken: set[str] = set()
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        level = min(max(int(token.tag[1]), 2), 3)
        token.tag = tokens[place + 2].tag = f"h{level}"
        title = "".join(child.content for child in tokens[place + 1].children or [] if child.type == "text")
        stem = "-".join(re.findall(r"\w+", title.lower())) or "bagian"
        anchor = next(name for name in _numbered(stem) if name not in taken)
        taken.add(anchor)
        token.attrSet("id", anchor)
        yield Heading(level, anchor, title)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _problems(source: str, file: str, line: int, resolve: Resolve) -> Iterator[Problem]:
    lines = source.splitlines()
    for number, needle, rule, detail in sorted(set(_findings(source, resolve))):
        text = lines[number] if number < len(lines) else ""
        column = max(text.find(needle), len(text) - len(text.lstrip())) + 1
        words = {locale: said.format(detail=detail) for locale, said in RULES[rule].items()}
        yield Problem(file, line + number, column, "error", "rich-text", words)


Finding = tuple[int, str, str, str]
"""A line (from 0), what to look for in it, the key of the message, and what the message quotes."""


def _findings(source: str, resolve: Resolve) -> Iterator[Finding]:
    env: dict[str, dict[str, dict[str, list[int]]]] = {}
    section = False
    for token in _everything().parse(source, env):
        number = token.map[0] if token.map else 0
        if token.type in _BLOCK:
            yield number, "", token.type, ""
        elif token.type == "heading_open":
            yield from ((number, "", rule, "") for rule in _heading_rules(token, section))
            section = section or token.tag == "h2"
        elif token.type == "inline":
            yield from _inline_findings(token.children or [], number, resolve)
    for definition in env.get("references", {}).values():
        yield definition["map"][0], "[", "reference", ""


def _heading_rules(token: Token, section: bool) -> Iterator[str]:
    if not token.markup.startswith("#"):
        yield "underlined"
    elif token.tag == "h1":
        yield "h1"
    elif token.tag == "h3" and not section:
        yield "h3_first"
    elif token.tag not in ("h2", "h3"):
        yield "h4"


def _inline_findings(children: Sequence[Token], number: int, resolve: Resolve) -> Iterator[Finding]:
    opened = -1
    for place, token in enumerate(children):
        if token.type in ("softbreak", "hardbreak"):
            number += 1
        elif token.type in _INLINE:
            yield number, _INLINE[token.type], token.type, ""
        elif token.type == "link_open":
            opened = place
            href = str(token.attrGet("href"))
            if token.markup == "autolink":
                yield number, "<", "autolink", href
            elif _target(href, resolve) is None:
                yield number, href, "page" if _REFERENCE.fullmatch(href) else "link", href
        elif token.type == "link_close" and place == opened + 1:
            yield number, "[]", "wordless", ""
        number += token.content.count("\n") if token.type in _INLINE else 0
