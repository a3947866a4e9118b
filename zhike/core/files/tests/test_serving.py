"""Handing content over."""

import asyncio
from collections.abc import Callable

import pytest
from django.test import AsyncRequestFactory
from django.test import Client as Browser

from tests.cast import Client
from zhike.core.access.models import User
from zhike.core.files import store
from zhike.core.files.models import Attachment
from zhike.core.files.serving import hand_over
from zhike.core.files.tests.conftest import EXE, HTML, PDF, PNG, SVG, upload

Attaching = Callable[[str, bytes], Attachment]


@pytest.fixture
def attached(lena: User, qingchuan: Client, client: Browser) -> Attaching:
    """Puts a file on the client, and signs Lena in."""
    client.force_login(lena)
    return lambda name, content: Attachment.objects.attach(upload(name, content), by=lena, to=qingchuan)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("报价.png", PNG, "image/png"),
        ("offer.pdf", PDF, "application/pdf"),
        ("a.txt", "你好".encode(), "text/plain; charset=utf-8"),
    ],
)
def test_it_shows_what_is_safe(attached: Attaching, client: Browser, name: str, content: bytes, kind: str) -> None:
    answer = client.get(attached(name, content).get_absolute_url())
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.html", HTML), ("a.svg", SVG), ("a.exe", EXE), ("a", HTML), ("a.js", b"alert(1)")]
)
def test_it_only_ever_hands_over_what_could_do_harm(
    attached: Attaching, client: Browser, name: str, content: bytes
) -> None:
    answer = client.get(attached(name, content).get_absolute_url())
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_it_hands_over_what_is_asked_to_be_kept(attached: Attaching, client: Browser) -> None:
    answer = client.get(attached("报 价.png", PNG).get_absolute_url() + "?download")
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%E6%8A%A5%20%E4%BB%B7.png"


def test_it_sends_nothing_again_that_the_browser_has(attached: Attaching, client: Browser) -> None:
    url = attached("a.txt", b"hello").get_absolute_url()
    etag = client.get(url)["ETag"]
    again = client.get(url, HTTP_IF_NONE_MATCH=etag)
    assert (again.status_code, again.content) == (304, b"")
    assert "no-cache" in again["Cache-Control"]


@pytest.mark.parametrize("page", ["{}/a.txt", "{}/"])
def test_it_is_not_found_by_a_stranger(attached: Attaching, client: Browser, ida: User, page: str) -> None:
    file = attached("a.txt", b"hello")
    client.force_login(ida)
    assert client.get("/files/" + page.format(file.reference)).status_code == 404
    assert client.post(f"/files/{file.reference}/archive/").status_code == 404
    client.logout()
    assert client.get("/files/" + page.format(file.reference)).status_code == 302


@pytest.mark.parametrize("name", ["..%2f..%2fkeys%2fsecret", "%00", "..", "FL-1"])
def test_it_reads_no_other_place_whatever_the_address_says(attached: Attaching, client: Browser, name: str) -> None:
    file = attached("a.txt", b"hello")
    answer = client.get(f"/files/{file.reference}/{name}")
    assert answer.status_code in (400, 404) or b"".join(answer.streaming_content) == b"hello"
    assert client.get(f"/files/..%2f{name}/a.txt").status_code in (400, 404)


def test_it_is_not_found_when_the_content_is_gone(attached: Attaching, client: Browser) -> None:
    file = attached("a.txt", b"hello")
    store.remove(file.stored)
    assert client.get(file.get_absolute_url()).status_code == 404


def test_it_comes_in_pieces_from_the_real_server(attached: Attaching) -> None:
    file = attached("a.txt", b"h" * 600_000)

    async def read() -> list[int]:
        return [len(piece) async for piece in hand_over(AsyncRequestFactory().get("/"), file)]  # type: ignore[union-attr]

    assert asyncio.run(read()) == [262_144, 262_144, 75_712]
