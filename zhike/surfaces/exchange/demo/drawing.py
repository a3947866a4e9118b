"""Drafts of screens, drawn as grey boxes: what a studio shows before anything is pretty."""

import struct
import zlib
from collections.abc import Sequence

PAPER, INK = 250, 96
Box = tuple[int, int, int, int, int]  # left, top, width, height in tenths of a percent of the picture, and its grey


def drawing(boxes: Sequence[Box], width: int = 720, height: int = 960) -> bytes:
    """A PNG of one grey channel."""
    rows = [bytearray([PAPER]) * width for _line in range(height)]
    for left, top, across, down, grey in boxes:
        first, last = left * width // 1000, min(width, (left + across) * width // 1000)
        for line in rows[top * height // 1000 : (top + down) * height // 1000]:
            line[first:last] = bytearray([grey]) * (last - first)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\x00" + bytes(line) for line in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def screen(version: int) -> bytes:
    """A page on a telephone; each version has larger type and fewer fields."""
    fields = 6 - min(version, 3)
    down = 70 + 20 * version
    boxes: list[Box] = [(0, 0, 1000, 80, INK), (60, 120, 520, 40 + 8 * version, 60), (60, 190, 380, 16, 190)]
    for row in range(fields):
        top = 250 + row * (down + 30)
        boxes += [(60, top, 200, 14, 150), (60, top + 24, 880, down - 24, 225)]
    return drawing([*boxes, (60, 900, 880, 60, INK)])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
