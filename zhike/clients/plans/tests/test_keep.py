"""A plan is kept by conversations, and asks again so many working days later."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Contact
from zhike.clients.plans.keeping import refresh
from zhike.clients.plans.models import Plan
from zhike.clients.plans.tests.conftest import again, make
from zhike.core.clock.models import Calendar
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.conversations.workflows import log

MONDAY = date(2026, 3, 2)


def said(cast: Cast, day: date, kind: str = "call", **more: Any) -> Any:
    at = timezone.make_aware(datetime(day.year, day.month, day.day, 10))
    return log(by=cast.lena, client=cast.qingchuan, kind=kind, direction="out", text="…", happened_at=at, **more)


def test_it_is_due_on_its_first_day_where_nothing_was_said(plan: Plan) -> None:
    assert again(plan).due_on == MONDAY


def test_a_conversation_keeps_it_and_sets_the_next_day(plan: Plan, cast: Cast) -> None:
    version = plan.version
    said(cast, date(2026, 3, 4))
    assert again(plan).due_on == date(2026, 3, 11)
    assert plan.last_on == date(2026, 3, 4)
    assert plan.version == version


def test_a_note_or_another_channel_or_another_person_does_not_keep_it(cast: Cast) -> None:
    other = Contact.objects.add(by=cast.lena, name="郑工", client=cast.qingchuan)
    plan = make(cast, channel="phone", contact=cast.clara)
    for kind, people in (("note", [cast.clara]), ("mail", [cast.clara]), ("call", [other])):
        said(cast, date(2026, 3, 4), kind, contacts=people)
    assert again(plan).due_on == MONDAY
    said(cast, date(2026, 3, 5), "call", contacts=[cast.clara, other])
    assert again(plan).due_on == date(2026, 3, 12)


def test_several_plans_of_a_client_go_their_own_ways(cast: Cast) -> None:
    calls, visits = make(cast, channel="phone"), make(cast, channel="visit", every=60)
    said(cast, date(2026, 3, 4), "call")
    assert again(calls).due_on == date(2026, 3, 11)
    assert again(visits).due_on == MONDAY


def test_a_conversation_put_away_keeps_nothing(plan: Plan, cast: Cast) -> None:
    one = said(cast, date(2026, 3, 4))
    again(plan)
    one.archive(by=cast.lena)
    assert again(plan).due_on == MONDAY
    one.restore(by=cast.lena)
    assert again(plan).due_on == date(2026, 3, 11)


def test_a_new_plan_knows_what_was_said_before(cast: Cast) -> None:
    said(cast, date(2026, 3, 4))
    assert again(make(cast, starts_on=date(2026, 3, 5))).due_on == date(2026, 3, 11)


def test_another_rhythm_moves_the_day_at_once(plan: Plan, cast: Cast) -> None:
    said(cast, date(2026, 3, 4))
    again(plan).amend(by=cast.lena, every=1)
    assert plan.due_on == date(2026, 3, 5)


def test_a_change_of_the_calendar_moves_it(plan: Plan, cast: Cast) -> None:
    said(cast, date(2026, 3, 4))
    again(plan)
    Calendar.objects.default().amend(by=cast.ada, days_off={"2026-03-11": "Outing"})
    assert again(plan).due_on == date(2026, 3, 12)


def test_the_calendar_of_the_client_counts_where_there_is_one(cast: Cast) -> None:
    Calendar.objects.add(by=cast.ada, name="Germany", zone="Europe/Berlin", region="DE")
    plan = make(cast, starts_on=date(2026, 5, 1))
    cast.qingchuan.amend(by=cast.lena, country="DE")
    assert again(plan).due_on == date(2026, 5, 4)  # 1 May and a weekend


def test_it_asks_for_nothing_while_paused_or_put_away(plan: Plan, cast: Cast) -> None:
    plan.pause(by=cast.omar)
    assert again(plan).due_on is None
    plan.resume(by=cast.omar)
    assert again(plan).due_on == MONDAY
    plan.archive(by=cast.lena)
    assert again(plan).due_on is None
    plan.restore(by=cast.lena)
    assert again(plan).due_on == MONDAY


def test_a_client_put_away_is_not_to_be_spoken_with(plan: Plan, cast: Cast) -> None:
    cast.qingchuan.archive(by=cast.lena)
    assert again(plan).due_on is None


def test_pausing_refuses_a_reader_and_what_is_paused(plan: Plan, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        plan.pause(by=cast.rita)
    plan.pause(by=cast.lena)
    with pytest.raises(WrongState):
        plan.pause(by=cast.lena)


def test_the_night_finds_what_was_missed(plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(due_on=MONDAY - timedelta(days=9))
    assert refresh(Plan.objects.running()) == 1
    assert again(plan).due_on == MONDAY
