"""Putting files away, and back."""

import re

import pytest
from django.test import Client as Browser

from tests.cast import Client
from zhike.core.access.models import User
from zhike.core.files.models import Attachment
from zhike.core.files.tests.conftest import upload

SCRIPT = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def file(lena: User, qingchuan: Client) -> Attachment:
    return Attachment.objects.attach(upload(), by=lena, to=qingchuan)


def test_it_puts_away_and_brings_back(file: Attachment, qingchuan: Client, omar: User, client: Browser) -> None:
    client.force_login(omar)
    part = client.post(f"/files/{file.reference}/archive/", **SCRIPT).content.decode()
    assert "Undo" in part and f"/files/{file.reference}/restore/" in part
    assert not Attachment.objects.on(qingchuan)
    client.post(f"/files/{file.reference}/restore/", **SCRIPT)
    assert list(Attachment.objects.on(qingchuan)) == [file]


def test_it_changes_nothing_a_second_time(file: Attachment, omar: User, client: Browser) -> None:
    client.force_login(omar)
    for _press in range(2):
        assert client.post(f"/files/{file.reference}/archive/", **SCRIPT).status_code == 200
    file.refresh_from_db()
    assert file.version == 2


def test_it_refuses_a_reader(file: Attachment, rita: User, client: Browser) -> None:
    client.force_login(rita)
    assert client.post(f"/files/{file.reference}/archive/", **SCRIPT).status_code == 403


def test_it_offers_undo_without_script_too(file: Attachment, omar: User, qingchuan: Client, client: Browser) -> None:
    client.force_login(omar)
    address = f"/files/on/{qingchuan.reference}/"
    answer = client.post(f"/files/{file.reference}/archive/", {"next": address}, follow=True)
    assert "Archived offer.txt." in answer.content.decode()
    undo = re.search(r'name="events" value="([^"]+)"', answer.content.decode())
    assert undo
    client.post("/undo/", {"events": undo[1], "next": address})
    assert list(Attachment.objects.on(qingchuan)) == [file]
