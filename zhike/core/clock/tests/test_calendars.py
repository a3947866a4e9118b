"""Calendars: what they say, who changes them, and what that does to clocks."""

from datetime import date, timedelta
from typing import Any

import pytest

from zhike.core.access.models import User
from zhike.core.clock.forms import CalendarForm
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.tests.test_public_holidays import at
from zhike.core.clock.working_time import is_open
from zhike.core.lifecycle.errors import Forbidden, WrongState

START = at("2026-03-02T09:00")
WRITTEN = {
    "name": "Berlin",
    "zone": "Europe/Berlin",
    "region": "de-be",
    "hours": "mon 9:00–12:00，13:00-18:00\n\ntue 22:00-06:00",
}


def test_its_own_days_go_before_the_public_ones(office: Calendar) -> None:
    office.days_off = {"2026-02-14": "Trip", "2026-03-04": "Party"}
    office.days_worked = {"2026-10-01": "mon", "2026-03-07": ""}
    working = office.working(date(2026, 1, 1))
    open_days = [
        day for day in ("02-14", "02-28", "03-04", "03-07", "10-01") if is_open(working, at(f"2026-{day}T10:00"))
    ]
    assert open_days == ["02-28", "03-07", "10-01"]


def test_it_names_the_holiday(office: Calendar) -> None:
    office.days_off = {"2026-03-04": "Party"}
    assert office.holiday(date(2026, 2, 17)) == "Spring Festival"
    assert office.holiday(date(2026, 3, 4)) == "Party"
    assert office.holiday(date(2026, 3, 5)) == ""


def test_it_says_until_when_its_make_up_days_are_known(office: Calendar) -> None:
    assert office.known_until
    assert Calendar(region="DE").known_until is None


def test_clocks_keep_their_due_date_until_they_are_counted_again(
    lena: User, ada: User, qingchuan: Any, office: Calendar
) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=2, calendar=office, at=START)
    deadline.pause(by=lena, at=at("2026-03-02T10:00"))
    deadline.resume(by=lena, at=at("2026-03-02T11:00"))
    assert deadline.due_at == at("2026-03-05T10:00")
    office.amend(by=ada, days_off={"2026-03-04": "Party"})
    deadline = Deadline.objects.get(pk=deadline.pk)
    assert deadline.due_at == at("2026-03-05T10:00")
    deadline.recompute(by=lena)
    assert deadline.due_at == at("2026-03-06T10:00")
    assert deadline.recompute(by=lena) is None


def test_counting_again_takes_lateness_back(lena: User, qingchuan: Any, office: Calendar) -> None:
    deadline = Deadline.objects.start(qingchuan, "Offer", by=lena, days=1, calendar=office, at=START)
    Deadline.objects.update(passed_at=at("2026-03-04T09:00"))
    Calendar.objects.filter(pk=office.pk).update(days_off={"2026-03-03": "Party"})
    deadline = Deadline.objects.get(pk=deadline.pk)
    deadline.recompute(by=lena, at=at("2026-03-04T09:00"))
    assert deadline.passed_at is None


def test_the_form_reads_hours_as_people_write_them(ada: User) -> None:
    form = CalendarForm(WRITTEN | {"days_off": "2026-12-24 Party", "days_worked": "2026-02-14 FRI"}, by=ada)
    calendar = form.save(by=ada) if form.is_valid() else form.errors
    assert calendar.hours == {"mon": [["9:00", "12:00"], ["13:00", "18:00"]], "tue": [["22:00", "06:00"]]}
    assert (calendar.region, calendar.days_off, calendar.days_worked) == (
        "DE-BE",
        {"2026-12-24": "Party"},
        {"2026-02-14": "fri"},
    )
    shown = str(CalendarForm(instance=calendar, by=ada)["hours"])
    assert 'name="hours_tue_from" value="22:00"' in shown
    assert 'name="hours_tue_to" value="06:00"' in shown


def test_the_form_takes_hours_from_the_lines_of_a_page(ada: User) -> None:
    said = {name: value for name, value in WRITTEN.items() if name != "hours"}
    lines = {"hours_mon": "on", "hours_mon_from": ["09:00", "13:00"], "hours_mon_to": ["12:00", "18:00"]}
    form = CalendarForm(said | lines | {"hours_sat_from": ["09:00"], "hours_sat_to": ["12:00"]}, by=ada)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["hours"] == {"mon": [["09:00", "12:00"], ["13:00", "18:00"]]}


@pytest.mark.parametrize(
    ("name", "said", "reason"),
    [
        ("hours", "mon 9-12", "is not a time of day"),
        ("hours", "mon 09:00-12:00, 11:00-13:00", "overlap"),
        ("hours", "", "at least one weekday"),
        ("hours", "someday 09:00-12:00", "weekdays from mon to sun"),
        ("zone", "Europe/Narnia", "is no time zone"),
        ("region", "XX", "No public holidays"),
        ("days_off", "24.12.2026 Party", "is not a day"),
        ("days_worked", "2026-02-14 someday", "weekday from mon to sun"),
    ],
)
def test_the_form_refuses_in_plain_words(ada: User, name: str, said: str, reason: str) -> None:
    form = CalendarForm(WRITTEN | {name: said}, by=ada)
    assert not form.is_valid()
    assert reason in str(form.errors[name])


def test_it_refuses_everyone_but_administrators(lena: User, office: Calendar) -> None:
    with pytest.raises(Forbidden):
        office.amend(by=lena, name="Mine")
    with pytest.raises(Forbidden):
        office.make_default(by=lena)


def test_there_is_one_default_and_it_stays(ada: User, office: Calendar) -> None:
    office.make_default(by=ada)
    assert Calendar.objects.default() == office
    with pytest.raises(WrongState):
        office.archive(by=ada)


def test_ten_years_of_a_calendar_are_made_once(office: Calendar) -> None:
    first = office.working(date(2026, 1, 1))
    assert Calendar.objects.get(pk=office.pk).working(date(2026, 5, 1)) is first
    assert first.off >= {date(2026, 2, 17), date(2026, 2, 17) + timedelta(days=1)}
