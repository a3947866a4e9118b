"""Whoever has the client is reminded of its dates: once, so many days before, by the client's own clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from zhike.clients.dates.keeping import sweep
from zhike.clients.dates.models import ImportantDate, Reminder
from zhike.core.access.models import Absence
from zhike.core.notify.models import Notification
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say


def at(said):
    return datetime.fromisoformat(said).replace(tzinfo=UTC)


@pytest.fixture
def birthday(cast):
    """Clara's, on 15 August; reminded a week before."""
    values = {"client": cast.qingchuan, "contact": cast.clara, "month": 8, "day": 15}
    one = ImportantDate.objects.add(by=cast.lena, **values)
    ImportantDate.objects.update(next_on=date(2026, 8, 15))
    return one


def reminded():
    return list(Reminder.objects.order_by("pk").values_list("person__name", "day"))


LENA = [("Lena 林娜", date(2026, 8, 15))]


def test_it_reminds_the_owner_once(birthday, cast):
    assert [sweep(at("2026-08-07T12:00")), sweep(at("2026-08-08T12:00")), sweep(at("2026-08-09T12:00"))] == [0, 1, 0]
    assert reminded() == LENA
    deliver_all()
    (told,) = Notification.objects.filter(reason="near")
    assert (told.user, told.event.fact("day")) == (cast.lena, "2026-08-15")


def test_it_reminds_late_rather_than_never(birthday):
    """The worker was down for a week."""
    assert sweep(at("2026-08-14T12:00")) == 1


def test_it_reminds_again_the_year_after(birthday):
    for day in ("2026-08-08T12:00", "2026-08-16T12:00", "2027-08-08T12:00", "2027-08-09T12:00"):
        sweep(at(day))
    assert reminded() == [*LENA, ("Lena 林娜", date(2027, 8, 15))]


@pytest.mark.parametrize(("zone", "before", "after"), [
    ("", "2026-08-07T15:59", "2026-08-07T16:00"),  # the company's: Shanghai
    ("America/Los_Angeles", "2026-08-08T06:59", "2026-08-08T07:00"),
    ("Pacific/Kiritimati", "2026-08-07T09:59", "2026-08-07T10:00"),
])  # fmt: skip
def test_the_day_begins_when_it_begins_at_the_client(birthday, cast, zone, before, after):
    cast.qingchuan.amend(by=cast.lena, time_zone=zone)
    assert (sweep(at(before)), sweep(at(after))) == (0, 1)


@pytest.mark.parametrize(("zone", "kept", "moved"), [
    ("", "2026-08-15T15:59", "2026-08-15T16:00"),
    ("America/Los_Angeles", "2026-08-16T06:59", "2026-08-16T07:00"),
])  # fmt: skip
def test_it_moves_on_when_the_day_is_over_at_the_client(birthday, cast, zone, kept, moved):
    cast.qingchuan.amend(by=cast.lena, time_zone=zone)
    seen = []
    for moment in (kept, moved):
        sweep(at(moment))
        seen.append(ImportantDate.objects.get().next_on)
    assert seen == [date(2026, 8, 15), date(2027, 8, 15)]


def test_a_date_after_the_turn_of_the_year_is_near_before_it(birthday):
    birthday.amend(by=birthday.created_by, month=1, day=3)
    ImportantDate.objects.update(next_on=date(2027, 1, 3))
    assert (sweep(at("2026-12-26T12:00")), sweep(at("2026-12-27T12:00"))) == (0, 1)


@pytest.mark.parametrize("put_away", ["date", "client"])
def test_what_is_put_away_reminds_nobody(birthday, cast, put_away):
    (birthday if put_away == "date" else cast.qingchuan).archive(by=cast.lena)
    assert sweep(at("2026-08-10T12:00")) == 0


def test_a_new_owner_is_reminded_too_and_the_old_one_no_longer(birthday, cast, client, monkeypatch):
    _let_it_be(monkeypatch, date(2026, 8, 10))
    sweep(at("2026-08-10T02:00"))
    cast.qingchuan.amend(by=cast.lena, owner=cast.omar, deputy=None)
    assert (sweep(at("2026-08-10T03:00")), sweep(at("2026-08-10T04:00"))) == (1, 0)
    assert [list(Reminder.objects.open_for(one, date(2026, 8, 10))) != [] for one in (cast.lena, cast.omar)] == [
        False, True,
    ]  # fmt: skip


def test_without_an_owner_the_deputy_is_reminded_and_without_both_nobody(birthday, cast):
    cast.qingchuan.amend(by=cast.lena, owner=None, deputy=None)
    assert sweep(at("2026-08-10T12:00")) == 0
    cast.qingchuan.amend(by=cast.lena, deputy=cast.omar)
    sweep(at("2026-08-10T12:00"))
    assert reminded() == [("Omar", date(2026, 8, 15))]


def test_my_day_shows_it_until_it_is_put_aside(birthday, cast, client, monkeypatch):
    _let_it_be(monkeypatch, date(2026, 8, 10))
    sweep(at("2026-08-10T02:00"))
    client.force_login(cast.lena)
    assert "陈总 · Birthday" in client.get("/").content.decode()
    where = f"/dates/reminders/{Reminder.objects.get().pk}/dismiss/"
    client.force_login(cast.omar)
    assert client.post(where).status_code == 404
    client.force_login(cast.lena)
    assert client.post(where, {"next": "/"}).status_code == 302
    assert "陈总 · Birthday" not in client.get("/").content.decode()
    assert sweep(at("2026-08-11T02:00")) == 0


def test_who_stands_in_finds_it_on_my_day(birthday, cast, client):
    today = date.today()
    birthday.amend(by=cast.lena, month=(today + timedelta(days=3)).month, day=(today + timedelta(days=3)).day)
    Absence.objects.add(by=cast.lena, person=cast.lena, deputy=cast.omar, starts_on=today, ends_on=today)
    sweep(datetime.now(UTC))
    client.force_login(cast.omar)
    page = client.get("/").content.decode()
    assert "陈总 · Birthday" in page and "for Lena 林娜" in page


def _let_it_be(monkeypatch, day):
    monkeypatch.setattr("zhike.core.resources.reader.timezone.localdate", lambda *_args: day)


def test_it_says_the_day_in_the_readers_words(birthday, cast):
    sweep(at("2026-08-08T12:00"))
    event = Event.objects.get(kind="date.near")
    with translation.override("en"):
        assert "15 Aug 2026" in say(event, Reader(cast.lena))
    with translation.override("zh-hans"):
        assert "2026年8月15日" in say(event, Reader(cast.lena))
