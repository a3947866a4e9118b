"""What happens by the clock: a killed worker's jobs are taken up again, finished ones are forgotten."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app

from zhike.config import schedule

pytestmark = pytest.mark.django_db


def _job(status: str, worker: int | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, status, worker_id) values ('a', 'knot', %s, %s)"
            " returning id",
            [status, worker],
        )
        return int(cursor.fetchone()[0])


def _worker(silent_for: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - %s * interval '1 second') returning id",
            [silent_for],
        )
        return int(cursor.fetchone()[0])


def _status(job: int) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("select status::text from procrastinate_jobs where id = %s", [job])
        row = cursor.fetchone()
    return row[0] if row else None


def _now(job: Any) -> Any:
    return async_to_sync(job)(cast(JobContext, SimpleNamespace(app=app)), 0)


def test_it_takes_up_the_jobs_of_a_killed_worker() -> None:
    left, orphan = _job("doing", _worker(silent_for=300)), _job("doing")
    assert _now(schedule.requeue_stalled) == 2
    assert _status(left) == _status(orphan) == "todo"


def test_it_leaves_the_jobs_of_a_worker_at_work() -> None:
    job = _job("doing", _worker(silent_for=5))
    assert _now(schedule.requeue_stalled) == 0
    assert _status(job) == "doing"


def test_it_forgets_what_was_finished_long_ago() -> None:
    old, new = _job("doing"), _job("doing")
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'succeeded' where id in (%s, %s)", [old, new])
        cursor.execute("update procrastinate_events set at = now() - interval '15 days' where job_id = %s", [old])
    _now(schedule.clear_old)
    assert _status(old) is None
    assert _status(new) == "succeeded"


def test_it_knows_every_areas_jobs() -> None:
    assert {"timeline.deliver_one", "jobs.run", "clock.sweep_deadlines", "files.forget_drafts"} <= set(app.tasks)
