"""Taking files in."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from tests.cast import Client
from zhike.core.access.models import User
from zhike.core.files import store
from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.files.tests.conftest import EXE, HTML, PDF, upload
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


def test_it_keeps_the_content_and_tells_it_on_the_clients_timeline(lena: User, qingchuan: Client, folder: Path) -> None:
    file = Attachment.objects.attach(upload("报价.pdf", PDF), by=lena, to=qingchuan)
    path = store.path_of(file.stored)
    assert path.read_bytes() == PDF and folder in path.parents and path.suffix == ""
    assert (file.name, file.size, file.content_type) == ("报价.pdf", len(PDF), "application/pdf")
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    event = Event.objects.get(kind="file.attached")
    assert (event.client_id, event.record_id, event.facts["name"]) == (qingchuan.pk, file.pk, "报价.pdf")
    assert event.facts["on"] == {"type": "clients.client", "id": qingchuan.pk, "text": "晴川医疗"}


def test_it_keeps_two_of_the_same_name_apart(lena: User, qingchuan: Client) -> None:
    one, two = (Attachment.objects.attach(upload("a.txt", text), by=lena, to=qingchuan) for text in (b"1", b"2"))
    assert [file.name for file in Attachment.objects.on(qingchuan)] == ["a.txt", "a.txt"]
    assert [store.path_of(file.stored).read_bytes() for file in (one, two)] == [b"1", b"2"]


def test_it_never_lets_a_name_choose_the_place(lena: User, qingchuan: Client, kept: Callable, folder: Path) -> None:
    file = Attachment.objects.attach(upload(), by=lena, to=qingchuan, name="../../../../tmp/evil.txt")
    assert file.name == "evil.txt"
    assert [path.relative_to(folder).parts[0] for path in kept()] == ["attachments"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("photo.png", HTML, "ends in .png, but holds something else"),
        ("offer.pdf", EXE, "ends in .pdf, but holds something else"),
    ],
)
def test_it_refuses_with_a_sentence(
    lena: User, qingchuan: Client, kept: Callable, name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(FileRefused, match=reason):
        Attachment.objects.attach(upload(name, content), by=lena, to=qingchuan)
    assert kept() == [] and not Attachment.objects.exists()


def test_it_refuses_what_is_too_large(lena: User, qingchuan: Client, kept: Callable, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(FileRefused, match=r"“a.txt” has 1.5 MB; at most 1 MB can be taken in"):
        Attachment.objects.attach(upload("a.txt", b"a" * 1_572_864), by=lena, to=qingchuan)
    assert kept() == []


def test_it_refuses_a_reader(rita: User, qingchuan: Client, kept: Callable) -> None:
    with pytest.raises(Forbidden):
        Attachment.objects.attach(upload(), by=rita, to=qingchuan)
    assert kept() == []


def test_it_leaves_nothing_behind_when_its_row_fails(
    lena: User, qingchuan: Client, kept: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhike.core.files.store.secrets.token_hex", lambda _bytes: "ab" * 16)
    Attachment.objects.attach(upload(), by=lena, to=qingchuan)
    monkeypatch.setattr(Attachment, "tells_added", lambda *_told: 1 / 0)
    monkeypatch.setattr("zhike.core.files.store.secrets.token_hex", lambda _bytes: "cd" * 16)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Attachment.objects.attach(upload(), by=lena, to=qingchuan)
    assert [path.name for path in kept()] == ["ab" * 16]
