"""zhike check finds what is broken, and says how to mend it."""

import json
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from zhike.config import health
from zhike.surfaces.shell import check
from zhike.surfaces.shell._checkup import examine
from zhike.surfaces.shell._finding import Finding

pytestmark = pytest.mark.django_db


def _of(subject: str) -> Finding:
    return next(one for one in examine() if one.subject == subject)


def test_it_finds_nothing_bad_in_a_sound_installation(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(Namespace(json=True)) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["subject"] for one in found} >= {"configuration", "database", "migrations", "worker", "jobs", "storage"}


def test_it_finds_pending_migrations(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(health._Migrations, "done", False)
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'sessions'")
    assert check.run(Namespace(json=False)) == 1
    assert "Run: zhike migrate" in capsys.readouterr().out


def test_it_finds_a_key_that_others_can_read(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    kept = tmp_path / "keys/secret"
    kept.parent.mkdir()
    kept.write_text(settings.SECRET_KEY)
    kept.chmod(0o644)
    assert _of("secret key").state == "bad"
    assert "chmod 600" in _of("secret key").mend


def test_it_finds_a_folder_that_cannot_be_written_to(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "gone"
    assert _of("storage").state == "bad"


def test_it_finds_jobs_whose_worker_is_gone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_jobs (queue_name, task_name, status) values ('a', 'knot', 'doing')")
    assert "1 stalled" in _of("jobs").finding


def test_it_finds_jobs_that_wait_too_long() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, scheduled_at) values ('a', 'knot', %s)",
            [timezone.now() - timedelta(hours=1)],
        )
    assert "1 are late" in _of("jobs").finding
