"""My day names each client that needs somebody once, with every reason that is worth a line."""

from datetime import date, timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.needing import Needing, needing
from zhike.clients.plans.models import Plan
from zhike.core.clock.models import Calendar
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo

pytestmark = pytest.mark.django_db


def rows(user) -> list[Needing]:
    return needing(user, Reader(user))


def late_todo(cast: Cast, client: Client, days: int) -> None:
    day = timezone.localdate() - timedelta(days=days)
    add_todo(client, by=cast.lena, title="Ask for the drawings", owner=cast.lena, due_on=day)
    deliver_all()


def last_working_day() -> date:
    """Today, where somebody works."""
    day = timezone.localdate()
    calendar = Calendar.objects.default().working(day)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


def silent(client: Client, days: int) -> None:
    Client.objects.filter(pk=client.pk).update(last_contact_at=timezone.now() - timedelta(days=days))


def test_a_client_stands_once_with_all_its_reasons(cast):
    late_todo(cast, cast.qingchuan, 3)
    Plan.objects.add(
        by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=5, about="Pilot", starts_on=last_working_day()
    )
    (row,) = rows(cast.lena)
    assert [need.words for need in row.needs] == ["The follow-up is 3 days late.", "Pilot"]
    assert row.late == 3


def test_silence_is_said_only_where_nothing_clearer_is(cast):
    silent(cast.qingchuan, 50)
    assert [need.words for need in rows(cast.lena)[0].needs] == ["Not spoken to for 50 days."]
    Plan.objects.add(
        by=cast.lena, client=cast.qingchuan, owner=cast.lena, every=5, about="Pilot", starts_on=last_working_day()
    )
    assert [need.words for need in rows(cast.lena)[0].needs] == ["Pilot"]


def test_who_is_latest_comes_first_and_others_clients_do_not(cast):
    cast.tramlight.amend(by=cast.ida, visibility="everyone")
    theirs = Client.objects.add(by=cast.lena, name="Quayside", owner=cast.lena)
    late_todo(cast, cast.qingchuan, 2)
    late_todo(cast, theirs, 9)
    assert [row.client for row in rows(cast.lena)] == [theirs, cast.qingchuan]
    assert rows(cast.rita) == []


def test_the_row_rings_and_logs(cast):
    cast.qingchuan.amend(by=cast.lena, phones=["+8657188886666"])
    late_todo(cast, cast.qingchuan, 1)
    browser = Browser()
    browser.force_login(cast.lena)
    page = browser.get("/").text
    assert 'href="tel:+8657188886666"' in page
    assert f"client={cast.qingchuan.pk}&amp;kind=call" in page
