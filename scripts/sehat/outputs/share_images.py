"""Pictures for link previews, one per kind of page and language, as pages for a browser to draw."""

import html
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sehat.language.formats import text_direction
from sehat.outputs.edition import Edition

FOLDER = "docs/assets/images/share"
SIZE = (800, 420)
"""Large enough for the wide preview of chats, small enough for a slow network: at most 30 KB each."""
KINDS = ("home", "condition", "cause", "remedy", "examination", "finding", "emergency", "self-check")
"""Kinds with a picture of their own; other pages show that of the home page."""

ICON = "docs/assets/images/favicon.svg"
ICON_SIZES = (192, 512)

CALM = ("#0b454b", "#8fe0d6")
URGENT = ("#8c120c", "#ffd9d4")
PAGE = """<!doctype html><html lang="{locale}" dir="{dir}"><meta charset="utf-8"><style>
body {{ margin: 0; inline-size: 800px; block-size: 420px; box-sizing: border-box; padding: 56px; display: flex;
  flex-direction: column; justify-content: space-between; background: {ground}; color: #fff;
  font-family: "DejaVu Sans", Verdana, sans-serif; }}
h1 {{ margin: 0; font-size: 62px; line-height: 1.1; }}
p {{ margin: 18px 0 0; font-size: 28px; line-height: 1.35; }}
div {{ display: flex; align-items: center; gap: 18px; font-size: 31px; font-weight: 700; color: {accent}; }}
svg {{ inline-size: 64px; block-size: 64px; }}
</style><section><h1>{title}</h1><p>{words}</p></section><div>{icon}<span>{site}</span></div></html>
"""
ICON_PAGE = """<!doctype html><style>body {{ margin: 0; background: #0b4f55 }} svg {{ display: block; inline-size: {size}px;
  block-size: {size}px }} rect {{ rx: 0 }} path {{ scale: .75; transform-origin: 16px 16px }}</style>{icon}
"""


@dataclass(frozen=True)
class Picture:
    """A picture to draw: where it is kept, its size, the page that shows it, and what it says."""

    path: str
    size: tuple[int, int]
    page: str
    says: str


def pictures(root: Path, edition: Edition) -> Iterator[Picture]:
    """The pictures of one language."""
    icon = (root / ICON).read_text(encoding="utf-8")
    site = edition.say(edition.library.site.title)
    for kind in KINDS:
        section = edition.library.site.sections.get(kind)
        title = edition.say(section.title) if section else site
        words = edition.say(section.summary if section else edition.library.site.tagline)
        ground, accent = URGENT if kind == "emergency" else CALM
        page = PAGE.format(
            locale=edition.locale,
            dir=text_direction(edition.locale),
            ground=ground,
            accent=accent,
            title=html.escape(title),
            words=html.escape(words),
            icon=icon,
            site=html.escape(site),
        )
        yield Picture(f"{FOLDER}/{kind}.{edition.locale}.png", SIZE, page, f"{title}. {words} {site}")


def icons(root: Path) -> Iterator[Picture]:
    """The icon for home screens; its drawing stays inside the circle that phones cut out."""
    icon = (root / ICON).read_text(encoding="utf-8")
    for size in ICON_SIZES:
        page = ICON_PAGE.format(size=size, icon=icon)
        yield Picture(f"docs/assets/images/icon-{size}.png", (size, size), page, icon)


def with_words(png: bytes, says: str) -> bytes:
    """The picture packed as small as can be, with what it says inside, so that a test sees when the words change."""
    parts = dict(_chunks(png))
    pixels = b"".join(body for kind, body in _chunks(png) if kind == b"IDAT")
    return _START + b"".join(
        _chunk(kind, body)
        for kind, body in (
            (b"IHDR", parts[b"IHDR"]),
            (b"iTXt", _SAYS + says.encode("utf-8")),
            (b"IDAT", zlib.compress(zlib.decompress(pixels), 9)),
            (b"IEND", b""),
        )
    )


def words_of(png: bytes) -> str:
    """What a picture says, by its own account."""
    return dict(_chunks(png)).get(b"iTXt", b"").removeprefix(_SAYS).decode("utf-8")


_START = b"\x89PNG\r\n\x1a\n"
_SAYS = b"Description\0\0\0\0\0"


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each part of a PNG file."""
    place = len(_START)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
