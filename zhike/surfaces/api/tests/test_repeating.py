"""Idempotency-Key: done once, answered twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.cast import make_cast
from zhike.clients.models import Client
from zhike.core.files.models import Attachment
from zhike.surfaces.api.models import Answer
from zhike.surfaces.api.repeating import forget_old
from zhike.surfaces.api.tests.conftest import program_of

KEY = {"Idempotency-Key": "5f0c"}


def test_the_same_key_brings_the_same_answer(lenas):
    first, second = (lenas.post("clients", {"name": "Once"}, **KEY) for _n in range(2))
    assert first.json() == second.json() and first.status_code == second.status_code == 201
    assert second["Idempotency-Replayed"] == "true" and second["Location"] == first["Location"]
    assert Client.objects.filter(name="Once").count() == 1


def test_another_body_under_the_same_key_is_refused(lenas):
    lenas.post("clients", {"name": "Once"}, **KEY)
    assert lenas.post("clients", {"name": "Twice"}, **KEY).status_code == 422


def test_a_refusal_is_repeated_too(lenas):
    first, second = (lenas.post("clients", {"name": ""}, **KEY) for _n in range(2))
    assert first.status_code == second.status_code == 422 and first.json() == second.json()


def test_a_file_sent_again_is_the_same_request(lenas, qingchuan):
    """Programs make up a new border between the parts of a form each time."""

    def sent(border: str, text: str):
        about = 'Content-Disposition: form-data; name="file"; filename="a.txt"'
        body = f"--{border}\r\n{about}\r\n\r\n{text}\r\n--{border}--\r\n"
        kind = f"multipart/form-data; boundary={border}"
        place = f"/api/v1/clients/{qingchuan.reference}/files"
        return lenas.browser.generic("POST", place, body, kind, headers=lenas.headers | KEY)

    assert [sent("one", "offer").status_code, sent("two", "offer").status_code] == [201, 201]
    assert sent("three", "other").status_code == 422
    assert Attachment.objects.on(qingchuan).count() == 1


def test_another_persons_key_is_another_key(lenas, idas):
    lenas.post("clients", {"name": "Hers"}, **KEY)
    assert idas.post("clients", {"name": "Mine"}, **KEY).status_code == 201


def test_it_is_forgotten_after_a_day(lenas):
    lenas.post("clients", {"name": "Once"}, **KEY)
    Answer.objects.update(at=timezone.now() - timedelta(hours=25))
    assert lenas.post("clients", {"name": "Again"}, **KEY).status_code == 201
    Answer.objects.update(at=timezone.now() - timedelta(hours=25))
    assert forget_old() == 1


@pytest.mark.parametrize("key", ["x" * 201, "a\tb"])
def test_a_key_that_is_none_is_refused(lenas, key):
    assert lenas.post("clients", {"name": "Once"}, **{"Idempotency-Key": key}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_make_one():
    lenas = program_of(make_cast().lena)

    def ask(_n: int) -> int:
        try:
            return int(lenas.post("clients", {"name": "Once"}, **KEY).json()["id"])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1
    assert Client.objects.filter(name="Once").count() == 1
