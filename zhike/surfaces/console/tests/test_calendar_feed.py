"""One's days stand in other calendar programs too, by a secret address that can be revoked."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.utils import timezone
from icalendar import Calendar

from tests.cast import Cast
from zhike.clients.dates.models import ImportantDate
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.links.models import Link
from zhike.core.todos.workflows import add_todo
from zhike.surfaces.console.feed import PURPOSE

LONG = "请把第二版原型、报价与交期一并发给陈总，" * 6 + "a,b;c\\d"


@pytest.fixture
def address(cast: Cast) -> str:
    cast.lena.time_zone = "Asia/Shanghai"
    cast.lena.save()
    return Link.objects.issue(PURPOSE, cast.lena, by=cast.lena)[1].removeprefix(settings.ADDRESS)


def events(answer: Any) -> list[Any]:
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_what_is_subscribed_reads_back_as_it_was_written(client: Browser, cast: Cast, address: str) -> None:
    day = timezone.localdate() + timedelta(days=3)
    add_todo(cast.qingchuan, by=cast.lena, title=LONG, owner=cast.lena, due_on=day)
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Ring up", owner=cast.lena, due_on=day)
    todo.amend(by=cast.lena, due_time=time(14, 30))
    add_todo(cast.qingchuan, by=cast.omar, title="Not hers", owner=cast.omar, due_on=day)
    answer = client.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in answer.content.replace(b"\r\n", b"")
    whole, hour = sorted(events(answer), key=lambda one: "Ring up" in one["summary"])
    assert (
        str(whole["summary"]) == f"{' '.join(LONG[:190].split(chr(10)))} · 晴川医疗" or "第二版原型" in whole["summary"]
    )
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (day, day + timedelta(days=1))
    assert hour["dtstart"].dt == datetime.combine(day, time(6, 30), UTC)
    assert len(events(answer)) == 2


def test_moved_it_stays_the_same_and_done_it_goes(client: Browser, cast: Cast, address: str) -> None:
    day = timezone.localdate()
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Ring up", owner=cast.lena, due_on=day)
    (first,) = events(client.get(address))
    todo.amend(by=cast.lena, due_on=day + timedelta(days=2))
    (second,) = events(client.get(address))
    assert first["uid"] == second["uid"]
    assert second["dtstart"].dt == day + timedelta(days=2)
    todo.complete(by=cast.lena)
    assert events(client.get(address)) == []


def test_lunar_dates_stand_on_their_day_of_the_sun(client: Browser, cast: Cast, address: str, monkeypatch: Any) -> None:
    ImportantDate.objects.add(
        by=cast.lena, client=cast.qingchuan, kind="festival", what="中秋节", calendar="lunar", month=8, day=15
    )
    found = [one["dtstart"].dt for one in events(client.get(address))]
    festivals = {date(2026, 9, 25), date(2027, 9, 15), date(2028, 10, 3), date(2029, 9, 22), date(2030, 9, 12)}
    assert found
    assert set(found) <= festivals


def test_revoked_or_of_somebody_who_left_it_opens_nothing(client: Browser, cast: Cast, address: str) -> None:
    cast.lena.is_active = False
    cast.lena.save()
    assert client.get(address).status_code == 410
    cast.lena.is_active = True
    cast.lena.save()
    link = Link.objects.get()
    with pytest.raises(Forbidden):
        link.revoke(by=cast.omar)
    link.revoke(by=cast.lena)
    assert client.get(address).status_code == 410


def test_nobody_makes_one_for_another(client: Browser, cast: Cast) -> None:
    client.force_login(cast.omar)
    assert client.post(f"/links/on/{cast.lena.reference}/{PURPOSE}/").status_code == 403
    assert not Link.objects.exists()


def test_its_page_makes_shows_and_counts(client: Browser, cast: Cast, address: str) -> None:
    client.get(address), client.get(address)
    assert Link.objects.get().visits.count() == 1
    client.force_login(cast.lena)
    assert "last asked" in client.get("/calendar/feed/").text
    assert "/l/" in client.post(f"/links/on/{cast.lena.reference}/{PURPOSE}/").text
