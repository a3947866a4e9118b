"""A clock starts on a record and knows when it is due."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from zhike.core.access.models import User
from zhike.core.clock.errors import AlreadyRunning
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.tests.test_public_holidays import at
from zhike.core.timeline.models import Event

HOUR = timedelta(hours=1)
START = at("2026-02-13T16:00")


def test_it_counts_working_time_on_the_calendar(lena: User, qingchuan: Any, office: Calendar) -> None:
    deadline = Deadline.objects.start(qingchuan, "First answer", by=lena, allowed=4 * HOUR, calendar=office, at=START)
    assert deadline.due_at == at("2026-02-14T11:00")
    assert deadline.left(START) == 4 * HOUR


def test_it_counts_working_days_over_the_festival(lena: User, qingchuan: Any, office: Calendar) -> None:
    deadline = Deadline.objects.start(qingchuan, "Review", by=lena, days=2, calendar=office, at=START)
    assert deadline.due_at == at("2026-02-24T18:00")


def test_it_takes_a_moment_that_was_promised(lena: User, qingchuan: Any, office: Calendar) -> None:
    promised = at("2026-03-01T12:00")
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, due_at=promised, calendar=office, at=START)
    assert deadline.due_at == promised


def test_it_takes_the_default_calendar(lena: User, qingchuan: Any) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=1)
    assert deadline.calendar == Calendar.objects.default()


def test_it_stands_on_the_record_and_its_clients_timeline(lena: User, qingchuan: Any) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=1)
    event = Event.objects.get(kind="deadline.started")
    assert list(Deadline.objects.of(qingchuan)) == [deadline]
    assert (event.record_type, event.record_id, event.actor) == ("clients.client", qingchuan.pk, lena)
    assert event.facts["name"] == "Offer"
    assert event.client_id == deadline.client_id == qingchuan.timeline_client_id


def test_it_refuses_a_second_clock_of_the_name(lena: User, qingchuan: Any) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=1)
    with pytest.raises(AlreadyRunning, match="Offer"):
        Deadline.objects.start(qingchuan, "Offer", by=lena, days=1)
    deadline.meet(by=lena)
    assert Deadline.objects.start(qingchuan, "Offer", by=lena, days=1).is_open


@pytest.mark.parametrize("ends", [{}, {"days": 1, "allowed": HOUR}])
def test_it_refuses_none_or_two_ends(lena: User, qingchuan: Any, ends: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Say one"):
        Deadline.objects.start(qingchuan, "Offer", by=lena, **ends)


def test_it_refuses_to_be_due_before_it_starts(lena: User, qingchuan: Any, office: Calendar) -> None:
    with pytest.raises(IntegrityError, match="due_after_start"), transaction.atomic():
        Deadline.objects.start(qingchuan, "Offer", by=lena, due_at=START - HOUR, calendar=office, at=START)


def test_it_is_seen_by_those_who_see_the_client(lena: User, ida: User, ada: User, qingchuan: Any) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=1)
    assert deadline in Deadline.objects.visible_to(lena)
    assert deadline in Deadline.objects.visible_to(ada)
    assert deadline not in Deadline.objects.visible_to(ida)
