"""The pieces that page templates print: sections, urgency cards, links. Words are ready, addresses relative."""

from dataclasses import dataclass, field
from typing import Any, Literal

Style = Literal["prose", "list", "steps"]


@dataclass(frozen=True)
class Section:
    """A part of a page under a heading. `items` are Markdown, one per paragraph, bullet or step."""

    anchor: str
    heading: str
    style: Style
    items: tuple[str, ...]
    cards: tuple["Card", ...] = ()
    links: tuple["Link", ...] = ()
    lead: str = ""
    signs: tuple[str, ...] = ()
    groups: tuple["Group", ...] = ()
    figures: tuple["Figure", ...] = ()
    tables: tuple["Table", ...] = ()


@dataclass(frozen=True)
class Figure:
    """A drawing with its words; `parts` explain the numbers in it."""

    src: str
    alt: str
    caption: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A sign, how urgent it is, and for each cause of its table: "for", "against" or nothing."""

    sign: str
    level: str
    level_name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Which sign speaks for which of a few causes."""

    anchor: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Card:
    """How urgent something is: the level in words, what to do, and the signs it is about.

    `more` are signs that every page repeats; they are set closer, so that they do not push the page away.
    """

    level: str
    title: str
    action: str
    items: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    call: str = ""
    call_label: str = ""


@dataclass(frozen=True)
class Link:
    """A page to read on, with a line about it."""

    title: str
    href: str
    about: str = ""
    tag: str = ""
    names: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True)
class Group:
    """Links under a heading; `level` is the urgency that they have in common."""

    anchor: str
    heading: str
    links: tuple[Link, ...]
    about: str = ""
    level: str = ""


@dataclass(frozen=True)
class PageView:
    """Everything a template needs for one page. `front` is the front matter, in order."""

    template: str
    front: dict[str, Any]
    heading: str
    lede: str = ""
    names: str = ""
    emergency: Card | None = None
    sections: tuple[Section, ...] = ()
    groups: tuple[Group, ...] = ()
    sources: tuple[str, ...] = ()
    review: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
