"""PNG files: small ones, and the words that each carries about itself. Nothing but the standard library."""

import base64
import struct
import zlib
from collections.abc import Iterator, Sequence

COLOURS = 16
"""Half a byte for each point. Letters on one ground need no more, and a phone that sends a link loads a third."""

FEW_COLOURS = """async (png) => {
  const drawn = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const { width, height } = drawn;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(drawn, 0, 0);
  const points = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const apart = (one, other) => Math.hypot(...one.map((part, at) => part - other[at]));
  const kept = [];
  for (const [colour] of [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])) {
    const found = parts(colour);
    if (kept.length < COLOURS && kept.every((each) => apart(each, found) > 12)) kept.push(found);
  }
  const nearest = new Map([...counts.keys()].map((colour) => {
    const away = kept.map((each) => apart(each, parts(colour)));
    return [colour, away.indexOf(Math.min(...away))];
  }));
  let rows = "";
  for (let at = 0; at < points.length; at += 2) {
    if (at % width === 0) rows += "\\0";
    rows += String.fromCharCode((nearest.get(points[at]) << 4) | nearest.get(points[at + 1]));
  }
  return [kept, btoa(rows)];
}""".replace("COLOURS", str(COLOURS))
"""For a browser: the commonest colours of a picture of even width that differ visibly, and its points as numbers of them."""


def of_few_colours(size: tuple[int, int], colours: Sequence[Sequence[int]], rows: str) -> bytes:
    """The picture of this size from what `FEW_COLOURS` answered."""
    return _START + b"".join(
        _chunk(kind, body)
        for kind, body in (
            (b"IHDR", struct.pack(">IIBBBBB", *size, 4, 3, 0, 0, 0)),
            (b"PLTE", bytes(part for colour in colours for part in colour)),
            (b"IDAT", zlib.compress(base64.b64decode(rows), 1)),
            (b"IEND", b""),
        )
    )


def with_words(png: bytes, says: str) -> bytes:
    """The picture packed as small as can be, with what it says inside, so that a test sees when the words change."""
    parts = dict(_chunks(png))
    pixels = b"".join(body for kind, body in _chunks(png) if kind == b"IDAT")
    return _START + b"".join(
        _chunk(kind, body)
        for kind, body in (
            (b"IHDR", parts[b"IHDR"]),
            (b"iTXt", _SAYS + says.encode("utf-8")),
            *((kind, parts[kind]) for kind in (b"PLTE",) if kind in parts),
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
