"""The Markdown that our page templates write, as HTML: what Python-Markdown makes of it, fifty times faster.

Python-Markdown needs about 9 ms for a page, most of a build. Our templates write a small part of Markdown: headings
with an identity, paragraphs, flat lists, links, strong words, HTML. Words of content arrive with every active mark as
an entity, so whatever else stands here is not ours to judge: then the answer is `None` and Python-Markdown decides.
"""

import re
from collections.abc import Iterator

_BLOCK_TAGS = "section|nav|div|p|ul|ol|li|dl|dt|dd|form|table|details|figure|aside|h[1-6]|fieldset|noscript|script"
_OPENS_BLOCK = re.compile(rf"<(?:{_BLOCK_TAGS})\b")
_BLOCK_TAG = re.compile(rf"<(/?)({_BLOCK_TAGS})\b[^<>]*>")
# What is no entity and no tag: Python-Markdown moves text around at such places.
_BROKEN = re.compile(r'&(?!#[0-9]+;|[a-z]+;)|<(?!/?[a-z][a-z0-9]*(?: [a-zA-Z:-]+(?:="[^"<>]*")?)*>)')
_HEADING = re.compile(r"(#{1,6}) ([^\s#](?:[^\n]*[^\s#])?) \{: #([a-z0-9-]+) \}")
_ITEM = re.compile(r"- (?=\S)|[0-9]+\. (?=\S)")
# Python-Markdown joins lists with only blank lines between them.
_LIST_AFTER_LIST = re.compile(r"^(?:- |[0-9]+\. )[^\n]*\n\n+(?:- |[0-9]+\. )", re.MULTILINE)
_CLASS_LINE = re.compile(r"\n\{: \.([a-z-]+) \}$")
# What would make a line more than a line of a paragraph: headings, quotes, lists, rules, code, tables, definitions.
_ACTIVE_LINE = re.compile(r"^(?:[#>+=:~\s-]|\*(?!\*[^\s*])|[0-9]+[.)]|\[[^\]\n]*\]:)| $", re.MULTILINE)
_INLINE = re.compile(
    r"(?P<entity>&(?:#[0-9]+|[a-z]+);)"
    r"|(?P<tag></?(?:a|abbr|b|bdi|br|cite|em|i|q|small|span|strong|sub|sup|time)(?: [a-z-]+(?:=\"[^\"<>\\`\[\]!*\n]*\")?)*>)"
    r"|\*\*(?P<strong>[^*\s](?:[^*\n]*[^*\s])?)\*\*(?!\*)"
    r"|\[(?P<text>[^\[\]\n]+)\]\((?P<href>tel:[0-9]+|(?![^)]*\.md)[\w./#-]*)\)(?:\{: ?\.(?P<class>[a-z-]+) ?\}|\{\.(?P<short>[a-z-]+)\})?"
)
_ACTIVE = re.compile(r"[\\`*_\[\]!<>&{}|]")


class _NotOurs(Exception):
    """Something that the templates do not write."""


def html_of(markdown: str) -> str | None:
    """The HTML of a page's Markdown, or nothing when it holds more than templates write."""
    if "\t" in markdown or "\r" in markdown or "\x02" in markdown or "\x03" in markdown:
        return None
    if _LIST_AFTER_LIST.search(markdown):
        return None
    blocks = iter(re.split(r"\n{2,}", markdown.strip("\n")) if markdown.strip() else ())
    try:
        return "\n".join(_block(block, blocks) for block in blocks)
    except _NotOurs:
        return None


def _block(block: str, following: Iterator[str]) -> str:
    if _OPENS_BLOCK.match(block):
        return _raw(block, following)
    if heading := _HEADING.fullmatch(block):
        level = len(heading[1])
        return f'<h{level} id="{heading[3]}">{_inline(heading[2])}</h{level}>'
    if marker := _ITEM.match(block):
        return _list(block.split("\n"), "ul" if marker[0] == "- " else "ol")
    names = _CLASS_LINE.search(block)
    words = block[: names.start()] if names else block
    if _ACTIVE_LINE.search(words):
        raise _NotOurs
    return f'<p class="{names[1]}">{_inline(words)}</p>' if names else f"<p>{_inline(words)}</p>"


def _raw(block: str, following: Iterator[str]) -> str:
    """HTML blocks up to the end of the last one, unchanged; blank lines may stand inside them."""
    while _depth(block):
        more = next(following, None)
        if more is None:
            raise _NotOurs
        block += "\n\n" + more
    if _BROKEN.search(block):
        raise _NotOurs
    return block


def _depth(block: str) -> int:
    """How many block elements are still open at the end; between closed ones nothing may stand."""
    open_tags: list[str] = []
    end = 0
    for tag in _BLOCK_TAG.finditer(block):
        if not open_tags and (tag[1] or block[end : tag.start()].strip("\n") or not _starts_line(block, tag.start())):
            raise _NotOurs
        if not tag[1]:
            open_tags.append(tag[2])
        elif open_tags.pop() != tag[2]:
            raise _NotOurs
        end = tag.end()
    if not open_tags and block[end:].strip("\n"):
        raise _NotOurs
    return len(open_tags)


def _starts_line(block: str, position: int) -> bool:
    return position == 0 or block[position - 1] == "\n"


def _list(lines: list[str], element: str) -> str:
    items = []
    for line in lines:
        marker = _ITEM.match(line)
        if marker is None or (marker[0] == "- ") != (element == "ul"):
            raise _NotOurs
        words = line[marker.end() :]
        if _ACTIVE_LINE.search(words):
            raise _NotOurs
        items.append(f"<li>{_inline(words)}</li>\n")
    if element == "ol" and not lines[0].startswith("1. "):
        raise _NotOurs
    return f"<{element}>\n{''.join(items)}</{element}>"


def _inline(words: str) -> str:
    """Words with their links, strong parts, entities and inline tags; a stray active mark is not ours."""
    parts = []
    end = 0
    for found in _INLINE.finditer(words):
        parts.append(_plain(words[end : found.start()]))
        end = found.end()
        if found["strong"] is not None:
            parts.append(f"<strong>{_inline(found['strong'])}</strong>")
        elif found["text"] is not None:
            parts.append(_link(found))
        else:
            parts.append(found[0])
    parts.append(_plain(words[end:]))
    return "".join(parts)


def _link(found: re.Match[str]) -> str:
    if found["href"].startswith("/"):
        raise _NotOurs
    name = found["class"] or found["short"]
    attribute = f' class="{name}"' if name else ""
    return f'<a{attribute} href="{found["href"]}">{_inline(found["text"])}</a>'


def _plain(words: str) -> str:
    if _ACTIVE.search(words):
        raise _NotOurs
    return words
