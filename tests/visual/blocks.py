"""A font of blocks: every letter is the same rectangle.

With it a page looks the same on every machine, whatever fonts are installed, and a picture of it shows what the
stylesheet decides: places, sizes, colours, borders, icons. Made here, so that no font has to be kept or licensed.
"""

import base64
import struct

UNITS = 1000
ADVANCE = 600
LETTERS = ((0x21, 0x24F), (0x2010, 0x205F), (0x2190, 0x22FF))
SPACES = ((0x20, 0x20), (0xA0, 0xA0))
BOX, BLANK = 1, 2


def font() -> bytes:
    """The font as a TrueType file."""
    box = struct.pack(">hhhhh", 1, 60, 0, 540, 520) + struct.pack(">HH", 3, 0) + bytes([1, 1, 1, 1])
    box += struct.pack(">hhhh", 60, 480, 0, -480) + struct.pack(">hhhh", 0, 0, 520, 0)
    box += b"\0" * (-len(box) % 4)
    tables = {
        "OS/2": _os2(),
        "cmap": _cmap(),
        "glyf": box * 2,
        "head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0b11, UNITS, 0, 0, 60, 0, 540, 520, 0, 8, 2, 1, 0
        ),
        "hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, ADVANCE, 60, 60, 540, 1, 0, 0, 0, 0, 0, 0, 0, 3
        ),
        "hmtx": struct.pack(">HhHhHh", ADVANCE, 60, ADVANCE, 60, ADVANCE // 2, 0),
        "loca": struct.pack(">IIII", 0, len(box), 2 * len(box), 2 * len(box)),
        "maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 3, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        "name": _name("Blocks"),
        "post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def style() -> str:
    """The stylesheet that sets a page in blocks."""
    data = base64.b64encode(font()).decode("ascii")
    return (
        f'@font-face {{ font-family: Blocks; src: url("data:font/ttf;base64,{data}"); }}'
        "*, ::before, ::after, ::marker, ::placeholder { font-family: Blocks !important; font-synthesis: none !important; }"
    )


def _cmap() -> bytes:
    """Which glyph each character has: format 4, each range with a list of its own."""
    ranges = sorted([(*each, BOX) for each in LETTERS] + [(*each, BLANK) for each in SPACES])
    ranges = sorted(_without_spaces(ranges))
    count = len(ranges) + 1
    ends = [end for _, end, _ in ranges] + [0xFFFF]
    starts = [start for start, _, _ in ranges] + [0xFFFF]
    glyphs = b""
    offsets = []
    for number, (start, end, glyph) in enumerate(ranges):
        offsets.append(2 * (count - number) + len(glyphs))
        glyphs += struct.pack(">H", glyph) * (end - start + 1)
    deltas = [0] * len(ranges) + [1]
    offsets.append(0)
    power = 1 << (count.bit_length() - 1)
    body = struct.pack(">HHHH", 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    body += struct.pack(f">{count}H", *ends) + b"\0\0" + struct.pack(f">{count}H", *starts)
    body += struct.pack(f">{count}H", *deltas) + struct.pack(f">{count}H", *offsets) + glyphs
    table = struct.pack(">HHH", 4, len(body) + 6, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table


def _without_spaces(ranges: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The ranges, with those of letters split where a space lies inside."""
    found = []
    for start, end, glyph in ranges:
        if glyph == BOX and start < 0xA0 < end:
            found += [(start, 0x9F, glyph), (0xA1, end, glyph)]
        else:
            found.append((start, end, glyph))
    return found


def _os2() -> bytes:
    numbers = struct.pack(">HhHHH", 3, ADVANCE, 400, 5, 0) + struct.pack(">10h", *[0] * 10) + struct.pack(">h", 0)
    rest = struct.pack(">IIII", 1, 0, 0, 0) + b"TEST" + struct.pack(">HHH", 0x40, 0x20, 0x22FF)
    lines = struct.pack(">hhhHH", 800, -200, 0, 800, 200) + struct.pack(">II", 1, 0)
    return numbers + b"\0" * 10 + rest + lines + struct.pack(">hhHHH", 520, 520, 0, 0x20, 1)


def _name(family: str) -> bytes:
    words = {1: family, 2: "Regular", 3: family, 4: family, 6: family}
    records, texts = b"", b""
    for name, word in words.items():
        text = word.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, name, len(text), len(texts))
        texts += text
    return struct.pack(">HHH", 0, len(words), 6 + len(records)) + records + texts


def _file(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    offset = 12 + 16 * count
    records, data = b"", b""
    for tag in sorted(tables):
        table = tables[tag]
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        records += tag.encode("ascii") + struct.pack(">III", total, offset + len(data), len(table))
        data += padded
    return header + records + data
