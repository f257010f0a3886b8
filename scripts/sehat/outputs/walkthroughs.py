"""The examples for editors: what to do, what the file says before and after, and what comes of it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from sehat.addresses import relative
from sehat.model.walkthroughs import Walkthrough
from sehat.outputs.edition import Edition
from sehat.safe_text.escape import html_attribute, html_text

PAGE = "editors"
"""The prose page that shows the examples."""
FOLDER = "assets/editors"


@dataclass(frozen=True)
class FileLine:
    """A line of a file; `lang` is the attribute for words of a language."""

    words: str
    lang: str


@dataclass(frozen=True)
class Example:
    """An example, ready to print; `size` is the picture's width and height in CSS pixels."""

    anchor: str
    title: str
    steps: tuple[str, ...]
    file: str
    before: tuple[FileLine, ...]
    after: tuple[FileLine, ...]
    message: str
    report: tuple[str, ...]
    report_lang: str
    picture: str
    alt: str
    size: tuple[int, int] | None


def examples(edition: Edition, url: str) -> Iterator[Example]:
    """Every example, for the page at `url`."""
    for name, each in edition.library.walkthroughs.items():
        yield _example(edition, url, name, each)


def _example(edition: Edition, url: str, name: str, each: Walkthrough) -> Example:
    path = f"{FOLDER}/{name}.png"
    return Example(
        anchor=name,
        title=html_text(edition.say(each.title)),
        steps=tuple(html_text(edition.say(step)) for step in each.steps),
        file=html_text(each.file),
        before=tuple(_line(edition, line) for line in each.before),
        after=tuple(_line(edition, line) for line in each.after),
        message=html_text(edition.say(each.message)) if each.message else "",
        report=tuple(html_text(line) for line in each.report),
        report_lang=edition.library.default_locale,
        picture=relative(url, path),
        alt=html_attribute(edition.say(each.alt)),
        size=size_of(edition, path),
    )


def _line(edition: Edition, line: str) -> FileLine:
    key = line.removeprefix("- ").partition(":")[0]
    lang = f' lang="{key}"' if key in edition.library.languages.all else ""
    return FileLine(html_text(line), lang)


def size_of(edition: Edition, path: str) -> tuple[int, int] | None:
    """Width and height of a PNG file below `docs/`, from its header; nothing when there is no such file."""
    file = edition.library.root / "docs" / path
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        width, height = struct.unpack(">II", opened.read(24)[16:24])
    return width, height
