"""Noting days that matter, by the sun and by the moon."""

from datetime import UTC, date, datetime

import pytest

from zhike.clients.dates.forms import DateForm
from zhike.clients.dates.models import ImportantDate
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.reading import read
from zhike.core.lifecycle.errors import Forbidden


def form(cast, **said):
    return DateForm({"client": cast.qingchuan.pk, "month": 8, "day": 15} | said, by=cast.lena)


def noted(cast, **said):
    one = form(cast, **said)
    assert one.is_valid(), one.errors
    return one.save(by=cast.lena)


@pytest.fixture
def on(monkeypatch):
    """Lets it be noon of a day, at Greenwich."""

    def be(day):
        noon = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=12)
        monkeypatch.setattr("zhike.clients.dates.models.important_date.timezone.now", lambda: noon)

    return be


def test_it_comes_every_year_on_its_day(cast, on):
    on("2026-05-01")
    one = noted(cast, contact=cast.clara.pk, year=1972)
    assert (str(one), one.next_on, one.years) == ("陈总 · Birthday", date(2026, 8, 15), 54)
    assert (one.repeats, one.warn_days, one.source) == ("yearly", 7, "")


@pytest.mark.parametrize(("said", "beside"), [
    ({"year": 1972}, "15 Aug 1972 · turns 54"),
    ({"year": 1972, "kind": "founding"}, "15 Aug 1972 · 54 years"),
    ({}, ""),  # the next day says it already
    ({"calendar": "lunar"}, "day 15 of lunar month 8"),
])  # fmt: skip
def test_beside_its_day_stands_only_what_that_does_not_say(cast, on, said, beside):
    on("2026-05-01")
    assert noted(cast, **said).beside == beside


@pytest.mark.parametrize(("said", "today", "next_on"), [
    ({"calendar": "lunar"}, "2026-05-01", "2026-09-25"),
    ({"calendar": "lunar", "month": 12, "day": 30}, "2026-01-01", "2026-02-16"),  # 29 days in that month: its last
    ({"calendar": "lunar", "month": 12, "day": 30, "short_month": "after"}, "2026-01-01", "2026-02-17"),
    ({"calendar": "lunar", "month": 6, "day": 8, "leap": "on"}, "2025-06-01", "2025-08-01"),
    ({"calendar": "lunar", "month": 6, "day": 8, "leap": "on"}, "2026-06-01", "2026-07-21"),
    ({"calendar": "lunar", "month": 6, "day": 8, "leap": "on", "without_leap": "wait"}, "2026-06-01", "2036-07-30"),
    ({"month": 2, "day": 29}, "2026-01-01", "2026-02-28"),
    ({"month": 2, "day": 29, "short_month": "after"}, "2026-01-01", "2026-03-01"),
    ({"month": 2, "day": 29}, "2028-01-01", "2028-02-29"),
    ({"month": 12, "day": 31}, "2026-12-31", "2026-12-31"),
    ({"month": 12, "day": 31, "year": 2020}, "2027-01-01", "2027-12-31"),
    ({"month": 3, "day": 1, "year": 2026, "repeats": "once"}, "2026-03-01", "2026-03-01"),
    ({"month": 12, "day": 8, "year": 2025, "calendar": "lunar", "repeats": "once"}, "2026-01-01", "2026-01-26"),
])  # fmt: skip
def test_the_calendar_says_when_it_comes_next(cast, on, said, today, next_on):
    on(today)
    assert noted(cast, **said).next_on == date.fromisoformat(next_on)


def test_what_came_once_does_not_come_again(cast, on):
    on("2026-03-02")
    assert noted(cast, month=3, day=1, year=2026, repeats="once").next_on is None


def test_an_edit_moves_it_at_once(cast, on):
    on("2026-05-01")
    one = noted(cast)
    one.amend(by=cast.omar, day=16)
    assert ImportantDate.objects.get().next_on == date(2026, 8, 16)


@pytest.mark.parametrize(("said", "field"), [
    ({"leap": "on"}, "leap"),
    ({"month": 2, "day": 30}, "day"),
    ({"calendar": "lunar", "day": 31}, "day"),
    ({"month": 2, "day": 29, "year": 1973}, "year"),
    ({"calendar": "lunar", "month": 6, "leap": "on", "year": 2024}, "year"),
    ({"repeats": "once"}, "year"),
    ({"month": 13}, "month"),
])  # fmt: skip
def test_it_refuses_a_day_that_no_calendar_has(cast, said, field):
    assert list(form(cast, **said).errors) == [field]


def test_it_refuses_somebody_of_another_client(cast):
    said = {"client": cast.qingchuan.pk, "month": 8, "day": 15, "contact": cast.emil.pk}
    assert list(DateForm(said, by=cast.ada).errors) == ["contact"]


def test_it_refuses_a_reader(cast):
    with pytest.raises(Forbidden):
        ImportantDate.objects.add(by=cast.rita, client=cast.qingchuan, month=8, day=15)


def test_a_rule_may_ask_who_has_a_birthday_soon(cast, on):
    on("2026-05-01")
    noted(cast, month=5, day=10)
    noted(cast, kind="renewal", month=7, day=1)
    rule = read({"field": "next_birthday", "next_days": 14})
    asked = [fits(rule, type(cast.qingchuan).objects.all(), today=date(2026, month, 1)) for month in (4, 5, 6)]
    assert [list(found) for found in asked] == [[], [cast.qingchuan], []]


def test_its_pages_say_the_day_in_both_calendars(cast, client, on):
    on("2026-05-01")
    one = noted(cast, calendar="lunar", contact=cast.clara.pk, source="told", source_text="CV-3")
    client.force_login(cast.lena)
    tab = client.get(f"/clients/{cast.qingchuan.reference}/?tab=dates").content.decode()
    assert "day 15 of lunar month 8" in tab and '"2026-09-25"' in tab and 'href="/conversations/CV-3/"' in tab
    for page in (f"/clients/{cast.qingchuan.reference}/?tab=facts", f"/contacts/{cast.clara.reference}/"):
        assert f'href="/dates/{one.reference}/"' in client.get(page).content.decode()


def test_the_form_says_at_once_which_day_is_meant(cast, client):
    client.force_login(cast.lena)
    typed = {"calendar": "lunar", "month": "8", "day": "15", "repeats": "once", "year": "2030"}
    said = client.post("/dates/meant/", typed, headers={"Accept-Language": "zh-hans"}).content.decode()
    assert "农历2030年八月十五" in said and "2030-09-12" in said
    assert "needs its year" in client.post("/dates/meant/", typed | {"year": ""}).content.decode()
    assert "2030" not in client.post("/dates/meant/", typed | {"day": ""}).content.decode()


def test_it_stands_in_the_calendar_each_time_it_comes(cast, client, on):
    on("2026-05-01")
    noted(cast, contact=cast.clara.pk)
    client.force_login(cast.lena)
    months = [client.get(f"/calendar/?view=month&day={year}-08-10").content.decode() for year in (2026, 2029)]
    assert all("陈总 · Birthday" in month for month in months)
    client.force_login(cast.ida)
    assert "陈总" not in client.get("/calendar/?view=month&day=2026-08-10").content.decode()
