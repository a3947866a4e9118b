"""What a file is, by its content, and whether its name says the same."""

import io

import pytest

from zhike.core.files.content import content_of, shown_as
from zhike.core.files.tests import conftest as example

KINDS = {
    "a.png": (example.PNG, "image/png"),
    "a.gif": (example.GIF, "image/gif"),
    "a.jpeg": (example.JPEG, "image/jpeg"),
    "a.webp": (example.WEBP, "image/webp"),
    "wechat.jpg": (example.PNG, "image/png"),
    "a.pdf": (example.PDF, "application/pdf"),
    "a.docx": (example.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "a.zip": (example.zipped("a.txt"), "application/zip"),
    "a.doc": (example.OLE, "application/msword"),
    "locked.docx": (example.OLE, "application/octet-stream"),
    "a.exe": (example.EXE, "application/octet-stream"),
    "a.html": (example.HTML, "text/html"),
    "a.svg": (example.SVG, "image/svg+xml"),
    "a.sh": (example.SHELL, "application/octet-stream"),
    "a.txt": ("你好，合同在附件里。".encode(), "text/plain; charset=utf-8"),
    "a.csv": ("名称,电话\n晴川医疗的客户名称和地址,0571".encode("gb18030"), "text/csv; charset=gb18030"),
    "a.log": ("\ufeff第一行\r\n".encode("utf-16-le"), "text/plain; charset=utf-16-le"),
    "b.txt": (b"BMW wants an answer by Friday", "text/plain; charset=utf-8"),
    "a.js": (b"alert(1)", "text/plain; charset=utf-8"),
    "a.bin": (bytes(range(256)), "application/octet-stream"),
}


@pytest.mark.parametrize(("name", "content", "kind"), [(name, *told) for name, told in KINDS.items()])
def test_it_knows_a_file_by_its_content(name: str, content: bytes, kind: str) -> None:
    assert content_of(io.BytesIO(content), name) == (kind, True)


def test_it_leaves_the_content_at_its_start() -> None:
    stream = io.BytesIO(example.PDF)
    content_of(stream, "a.pdf")
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.png", example.HTML),
        ("photo.jpg", example.PDF),
        ("photo.gif", b"GIF89a=1;/*<script>*/"),
        ("photo.webp", example.SVG),
        ("offer.pdf", example.EXE),
        ("offer.txt", example.EXE),
        ("offer.csv", example.PNG),
        ("offer.docx", example.PDF),
        ("offer.xls", example.HTML),
        ("song.mp3", example.HTML),
        ("OFFER.PDF", example.SHELL),
    ],
)
def test_it_sees_when_the_name_promises_something_else(name: str, content: bytes) -> None:
    assert not content_of(io.BytesIO(content), name).fits


def test_it_shows_pictures_pdf_and_text_and_nothing_else() -> None:
    told = {name: content_of(io.BytesIO(content), name).type for name, (content, _kind) in KINDS.items()}
    shown = {name: shown_as(name, kind) for name, kind in told.items()}
    assert {name: kind for name, kind in shown.items() if kind} == {
        "a.png": "image/png",
        "a.gif": "image/gif",
        "a.jpeg": "image/jpeg",
        "a.webp": "image/webp",
        "wechat.jpg": "image/png",
        "a.pdf": "application/pdf",
        "a.txt": "text/plain; charset=utf-8",
        "a.csv": "text/plain; charset=gb18030",
        "a.log": "text/plain; charset=utf-16-le",
        "b.txt": "text/plain; charset=utf-8",
    }
