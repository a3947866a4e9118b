"""A clock ends when what was owed is done, or is owed no longer."""

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
    return Deadline.objects.start(qingchuan, "Repair", by=lena, allowed=2 * HOUR, calendar=office, at=START)


@pytest.mark.parametrize(("hour", "late"), [("11:00", False), ("11:01", True)])
def test_it_is_met_in_time_until_the_very_moment(lena: User, deadline: Deadline, hour: str, late: bool) -> None:
    event = deadline.meet(by=lena, at=at(f"2026-03-02T{hour}"))
    assert event.facts["late"] is late
    assert deadline.is_late(at("2027-01-01T00:00")) is late


def test_it_is_met_in_time_while_paused(lena: User, deadline: Deadline) -> None:
    deadline.pause(by=lena, at=at("2026-03-02T10:00"))
    event = deadline.meet(by=lena, at=at("2026-03-09T10:00"))
    assert event.facts["late"] is False
    assert deadline.paused_at is None


def test_a_cancelled_one_is_never_late(lena: User, deadline: Deadline) -> None:
    deadline.cancel(by=lena, at=at("2026-03-02T10:00"))
    assert not deadline.is_late(at("2027-01-01T00:00"))
    assert not Deadline.objects.open().exists()


def test_it_refuses_to_end_twice(lena: User, deadline: Deadline) -> None:
    deadline.meet(by=lena)
    with pytest.raises(WrongClock):
        Deadline.objects.get(pk=deadline.pk).cancel(by=lena)
    assert not Event.objects.filter(kind="deadline.cancelled").exists()
