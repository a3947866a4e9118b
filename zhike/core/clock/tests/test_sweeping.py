"""What is late is told once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from zhike.core.access.models import User
from zhike.core.clock import sweep as sweeping
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.sweep import sweep
from zhike.core.clock.tests.test_public_holidays import at
from zhike.core.timeline.models import Event

START, DUE = at("2026-03-02T09:00"), at("2026-03-02T11:00")
MINUTE = timedelta(minutes=1)


def start(record: Any, office: Calendar, by: User, name: str = "Repair") -> Deadline:
    return Deadline.objects.start(record, name, by=by, allowed=120 * MINUTE, calendar=office, at=START)


def passed() -> list[Event]:
    return list(Event.objects.filter(kind="deadline.passed"))


def test_it_tells_once_what_is_late(lena: User, qingchuan: Any, office: Calendar) -> None:
    deadline = start(qingchuan, office, lena)
    assert [sweep(DUE), sweep(DUE + MINUTE), sweep(DUE + 2 * MINUTE)] == [0, 1, 0]
    deadline.refresh_from_db()
    assert deadline.passed_at == DUE + MINUTE
    assert [(event.record_id, event.actor.is_system, event.facts["name"]) for event in passed()] == [
        (qingchuan.pk, True, "Repair")
    ]


def test_it_leaves_what_stands_still_or_has_ended(lena: User, qingchuan: Any, office: Calendar) -> None:
    start(qingchuan, office, lena, "a").pause(by=lena, at=START)
    start(qingchuan, office, lena, "b").meet(by=lena, at=START)
    start(qingchuan, office, lena, "c").cancel(by=lena, at=START)
    assert sweep(DUE + MINUTE) == 0


def test_it_takes_as_many_batches_as_needed(
    lena: User, qingchuan: Any, office: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "BATCH", 2)
    for name in "abcde":
        start(qingchuan, office, lena, name)
    assert sweep(DUE + MINUTE) == len(passed()) == 5


def test_late_and_soon_are_asked_of_the_partial_index(lena: User, qingchuan: Any, office: Calendar) -> None:
    deadline = start(qingchuan, office, lena)
    assert deadline in Deadline.objects.late(DUE + MINUTE)
    assert deadline not in Deadline.objects.late(DUE)
    assert deadline in Deadline.objects.due_within(DUE - 5 * MINUTE, 5 * MINUTE)
    assert deadline not in Deadline.objects.due_within(DUE - 6 * MINUTE, 5 * MINUTE)
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
    assert "deadline_running" in Deadline.objects.late(DUE).order_by("due_at").explain()


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_tell_each_once(qingchuan: Any, lena: User, office: Calendar) -> None:
    for number in range(30):
        start(qingchuan, office, lena, f"n{number}")

    def once(_number: int) -> int:
        try:
            return sweep(DUE + MINUTE)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(once, range(4))) == 30
    assert len(passed()) == 30
