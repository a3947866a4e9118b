import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base import files

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
MAIL = b"Received: from a\r\n by b\r\nFrom: clara@example.com\r\nSubject: Hi\r\nDate: today\r\n\r\nHello"
MB = 1 << 20


def packed(*names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "extension", "inline"),
    [
        (PNG, "a.png", "png", True),
        (PNG, "a.txt", "png", True),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a.jpeg", "jpg", True),
        (b"%PDF-1.7\n", "a.pdf", "pdf", True),
        (packed("[Content_Types].xml", "word/document.xml"), "a.docx", "docx", False),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", "xlsx", False),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "a.zip", "pptx", False),
        (packed(mimetype="application/vnd.oasis.opendocument.text"), "a.odt", "odt", False),
        (packed("notes.txt"), "a.zip", "zip", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "xls", False),
        ("姓名,电话\n陈岚,1\n".encode("gbk"), "a.csv", "csv", True),
        ("你好".encode("utf-16"), "a.txt", "txt", True),
        (b"hello", "notes", "txt", True),
        (b"BMW wants an answer by Friday", "a.txt", "txt", True),
        (b"# Title", "a.md", "md", True),
        (MAIL, "a.eml", "eml", False),
        (MAIL, "a.msg.txt", "eml", False),
        (b'<?xml version="1.0"?><svg xmlns="x"><script/></svg>', "a.svg", "svg", False),
        (b"<!DOCTYPE html><script>", "page.html", "html", False),
        (b"BEGIN:VCARD\r\n", "a.vcf", "vcf", False),
    ],
)
def test_it_tells_the_kind_by_the_content(content: bytes, name: str, extension: str, inline: bool) -> None:
    found = files.checked(io.BytesIO(content), name, MB)
    assert (found.extension, found.inline) == (extension, inline)
    assert found.inline or found.served_as == files.DOWNLOAD


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "a.txt", "empty"),
        (b"x" * (MB + 1), "a.txt", "at most 1 MB"),
        (b"MZ" + bytes(80), "a.pdf", "not taken"),
        (b"#!/bin/sh\n", "a.txt", "not taken"),
        (packed("META-INF/MANIFEST.MF"), "a.zip", "not taken"),
        (packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx", "not taken"),
        (bytes(range(32)) * 9, "a.bin", "not taken"),
        (b"PK\x03\x04broken", "a.zip", "not taken"),
        (b"<svg onload=alert(1)>", "a.png", r"called \.png, but its content is something else \(svg\)"),
    ],
)
def test_it_refuses_in_a_sentence(content: bytes, name: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        files.checked(io.BytesIO(content), name, MB)


@pytest.mark.parametrize("hostile", [b"<svg>", b"<html>", b"<script>alert(1)</script>", b"<?xml version='1.0'?>"])
def test_nothing_that_a_browser_runs_is_served_as_itself(hostile: bytes) -> None:
    for name in ("a.svg", "a.html", "a.txt", "a.xml", "a"):
        assert files.kind(io.BytesIO(hostile), name).served_as in (files.DOWNLOAD, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合同 2026.pdf", "合同 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\x\a.docx", "a.docx"),
        ("a\r\nb\0.txt", "ab.txt"),
        ('what?"<>.png', "what.png"),
        ("con.txt", "_con.txt"),
        ("\u202egnp.exe", "gnp.exe"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_it_makes_names_safe(name: str, safe: str) -> None:
    assert files.safe_name(name) == safe


@given(st.text(max_size=300))
def test_any_name_becomes_short_and_safe(name: str) -> None:
    safe = files.safe_name(name)
    assert safe and len(safe.encode()) <= 120 and not set(safe) & set('/\\:"<>|?*\r\n\0')
    assert files.safe_name(safe) == safe


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda rest: b"PK\x03\x04" + rest))
def test_any_content_has_a_kind(content: bytes) -> None:
    assert files.kind(io.BytesIO(content), "a.bin").media_type


def test_hostile_markup_does_not_keep_it_busy() -> None:
    for hostile in (b"<??>" * 2_000, b"<!-- -->" * 1_000, b"from: x\n" * 900, b"from:\n \n" * 900):
        assert files.kind(io.BytesIO(hostile), "a.svg").served_as
