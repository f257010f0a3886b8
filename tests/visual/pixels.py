"""PNG files of a browser as rows of bytes, and how much two of them differ. Nothing but the standard library."""

import struct
import zlib

CHANNELS = {2: 3, 6: 4}
"""Bytes per pixel by the colour type of the file: RGB and RGBA."""


def rows(png: bytes) -> tuple[int, list[bytes]]:
    """Bytes per pixel, and each row's bytes."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert depth == 8
    step = CHANNELS[colour]
    packed, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            packed += png[place + 8 : place + 8 + length]
        place += length + 12
    data, stride = zlib.decompress(packed), width * step
    found: list[bytes] = []
    above = bytes(stride)
    for number in range(height):
        start = number * (stride + 1)
        above = _unfiltered(data[start], bytearray(data[start + 1 : start + 1 + stride]), above, step)
        found.append(above)
    return step, found


def _unfiltered(kind: int, row: bytearray, above: bytes, step: int) -> bytes:
    """A row as it was before PNG wrote it as differences to its neighbours."""
    if kind == 2:
        return bytes((each + up) & 255 for each, up in zip(row, above, strict=True))
    for place in range(len(row)) if kind else ():
        left = row[place - step] if place >= step else 0
        up = above[place]
        corner = above[place - step] if place >= step else 0
        row[place] = (
            row[place] + (left if kind == 1 else (left + up) // 2 if kind == 3 else _paeth(left, up, corner))
        ) & 255
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def difference(one: bytes, other: bytes, threshold: int = 40) -> float:
    """The share of pixels that differ by more than `threshold` in a channel; 1 when the sizes differ."""
    if one == other:
        return 0.0
    if one[16:24] != other[16:24]:
        return 1.0
    (step, before), (other_step, after) = rows(one), rows(other)
    changed = total = 0
    for first, second in zip(before, after, strict=True):
        width = len(first) // step
        total += width
        if first == second and step == other_step:
            continue
        changed += sum(
            any(abs(first[x * step + c] - second[x * other_step + c]) > threshold for c in range(3))
            for x in range(width)
        )
    return changed / total
