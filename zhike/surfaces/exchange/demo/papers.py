"""A few files on clients and conversations, drawn and written here: PDF, PNG and plain text."""

import struct
import zlib
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.core.files.base import ContentFile

from zhike.core.files.models import Attachment
from zhike.surfaces.exchange.demo.world import World

Content = Callable[[], bytes]
Colour = tuple[int, int, int]

PAPER, INK, AZURE, OCHRE = (250, 248, 243), (40, 42, 48), (38, 88, 160), (196, 140, 60)


def build(world: World) -> None:
    for ago, client, on_latest, name, content in _papers():
        if client in world.firms:
            world.plan(
                world.working_moment(world.today - timedelta(days=ago)),
                partial(_attach, world, client, on_latest, name, content),
            )


def _papers() -> list[tuple[int, str, bool, str, Content]]:
    """Days ago, client, whether on its latest conversation, name, content."""
    return [
        (400, "qingchuan", False, "框架协议.pdf", lambda: pdf("Framework", ["Two years"])),
        (34, "qingchuan", False, "周会纪要.txt", lambda: "一、首页只留三个入口。\n二、验收日期请老郑确认。\n".encode()),
        (2, "qingchuan", True, "挂号原型-第二版.png", lambda: png(wireframe(AZURE))),
        (25, "yuanan", False, "Quote v2.pdf", lambda: pdf("Quote", ["Year 1 included", "8 % after"])),
        (8, "yuanan", True, "滞港看板草图.png", lambda: png(wireframe(OCHRE))),
        (190, "nordhaven", False, "Plain letters guide.pdf", lambda: pdf("Plain letters", ["One thought", "One page"])),
        (16, "tramlight", False, "Risks for the board.pdf", lambda: pdf("Risks", ["Old codes", "Going back"])),
        (5, "kestrel", True, "captions.txt", lambda: b"00:04 Welcome to the bay.\n00:09 Nine small hotels.\n"),
        (47, "shiliu", False, "年货礼盒平面.png", lambda: png(wireframe(OCHRE))),
        (63, "halfhill", False, "书单.txt", lambda: "一月：旅行\n二月：信件\n三月：植物\n".encode()),
        (70, "sakura", False, "Planners, round two.pdf", lambda: pdf("Round two", ["Agreed: paper", "Agreed: size"])),
    ]  # fmt: skip


def _attach(world: World, client: str, on_latest: bool, name: str, content: Content) -> None:
    to = world.latest_with(client) if on_latest else world.clients[client]
    owner = world.staff[world.firms[client].owner]
    Attachment.objects.attach(ContentFile(content(), name=name), by=owner, to=to)


def pdf(title: str, lines: list[str]) -> bytes:
    """One page with a title and lines, in Latin letters. Structure: ISO 32000-1, 7.5."""
    text = "".join(f"0 -28 Td ({line}) Tj " for line in lines)
    drawn = f"BT /F1 28 Tf 72 740 Td ({title}) Tj /F1 14 Tf {text}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + end


def png(rows: list[bytes]) -> bytes:
    """Rows of RGB bytes as a picture (PNG specification, third edition)."""
    size = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def wireframe(accent: Colour) -> list[bytes]:
    """A page of 480 × 320 points as it is sketched: a bar, three big buttons, lines of text."""
    areas = [(0, 0, 480, 40, INK), *((24 + 152 * one, 72, 128, 88, accent) for one in range(3))]
    areas += [(24, 192 + 28 * one, 432 - 70 * one, 10, (200, 198, 192)) for one in range(4)]
    return [_row(y, areas) for y in range(320)]


def _row(y: int, areas: list[tuple[int, int, int, int, Colour]]) -> bytes:
    row = bytearray(bytes(PAPER) * 480)
    for left, top, width, height, colour in areas:
        if top <= y < top + height:
            row[left * 3 : (left + width) * 3] = bytes(colour) * width
    return bytes(row)
