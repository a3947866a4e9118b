"""Is it up, is it ready: open to all, and honest."""

import pytest
from django.db import connection
from django.test import Client

from zhike.config import health


@pytest.fixture(autouse=True)
def _asked_for_the_first_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health._Migrations, "done", False)


def test_it_is_up_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert not answer.cookies


@pytest.mark.django_db
def test_it_is_not_ready_without_a_worker(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert list(answer.json()["reasons"]) == ["worker"]


@pytest.mark.django_db
def test_it_is_ready_while_a_worker_beats(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers default values")
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready"}


@pytest.mark.django_db
def test_it_is_not_ready_with_migrations_pending(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'sessions'")
    assert "migrations" in client.get("/readyz").json()["reasons"]
