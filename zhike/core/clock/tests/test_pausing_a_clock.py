"""A clock that stands still is due later by exactly the working time of the pause."""

from datetime import timedelta
from typing import Any

import pytest

from zhike.core.access.models import User
from zhike.core.clock.errors import WrongClock
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.tests.test_public_holidays import at
from zhike.core.timeline.models import Event

HOUR = timedelta(hours=1)
START = at("2026-03-02T09:00")


@pytest.fixture
def deadline(lena: User, qingchuan: Any, office: Calendar) -> Deadline:
    return Deadline.objects.start(qingchuan, "Repair", by=lena, allowed=10 * HOUR, calendar=office, at=START)


def test_a_pause_over_night_moves_it_by_its_working_hours(lena: User, deadline: Deadline) -> None:
    assert deadline.due_at == at("2026-03-03T11:00")
    deadline.pause(by=lena, at=at("2026-03-02T17:00"))
    deadline.resume(by=lena, at=at("2026-03-03T10:00"))
    assert deadline.due_at == at("2026-03-03T14:00")
    assert deadline.spent(at("2026-03-03T11:00")) == 8 * HOUR
    assert deadline.left(at("2026-03-03T11:00")) == 2 * HOUR


def test_a_pause_in_free_time_moves_nothing(lena: User, deadline: Deadline) -> None:
    deadline.pause(by=lena, at=at("2026-03-02T19:00"))
    deadline.resume(by=lena, at=at("2026-03-03T08:00"))
    assert deadline.due_at == at("2026-03-03T11:00")


def test_a_pause_keeps_what_was_left(lena: User, deadline: Deadline) -> None:
    deadline.pause(by=lena, at=at("2026-03-02T11:00"))
    assert deadline.left(at("2026-04-01T10:00")) == 8 * HOUR
    assert not deadline.is_late(at("2026-04-01T10:00"))
    assert deadline not in Deadline.objects.late(at("2026-04-01T10:00"))


def test_a_pause_does_not_save_what_was_late_before(lena: User, deadline: Deadline) -> None:
    deadline.pause(by=lena, at=at("2026-03-04T10:00"))
    deadline.resume(by=lena, at=at("2026-03-05T10:00"))
    assert deadline.due_at == at("2026-03-03T11:00")
    assert deadline.is_late(at("2026-03-05T10:00"))


def test_segments_tell_what_the_clock_did(lena: User, deadline: Deadline) -> None:
    times = [START, at("2026-03-02T11:00"), at("2026-03-02T15:00"), at("2026-03-02T16:00")]
    deadline.pause(by=lena, at=times[1])
    deadline.resume(by=lena, at=times[2])
    deadline.meet(by=lena, at=times[3])
    assert [(one.runs, one.since, one.until) for one in deadline.segments.all()] == [
        (True, times[0], times[1]),
        (False, times[1], times[2]),
        (True, times[2], times[3]),
    ]
    kinds = Event.objects.filter(kind__startswith="deadline.").order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["deadline.started", "deadline.paused", "deadline.resumed", "deadline.met"]


def test_it_refuses_to_pause_twice_or_to_resume_what_runs(lena: User, deadline: Deadline) -> None:
    with pytest.raises(WrongClock):
        deadline.resume(by=lena)
    deadline.pause(by=lena)
    with pytest.raises(WrongClock, match="Repair"):
        deadline.pause(by=lena)


def test_it_refuses_to_go_back_in_time(lena: User, deadline: Deadline) -> None:
    with pytest.raises(ValueError, match="already"):
        deadline.pause(by=lena, at=START - HOUR)
    deadline.refresh_from_db()
    assert deadline.paused_at is None
