"""Hours and days, on calendars as clients have them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from zhike.core.clock.tests.oracle import LUNCH, OFFICE, OVERNIGHT
from zhike.core.clock.working_calendar import NoWorkingTime, Shift, WorkingCalendar
from zhike.core.clock.working_time import add, add_days, between, is_open, next_open

SHANGHAI = WorkingCalendar("Asia/Shanghai", OFFICE)
HOUR = timedelta(hours=1)


def at(text: str, zone: str = "Asia/Shanghai", fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def test_it_leaves_out_lunch_and_the_night() -> None:
    assert add(SHANGHAI, at("2025-06-03T11:30"), HOUR) == at("2025-06-03T13:30")
    assert add(SHANGHAI, at("2025-06-03T17:30"), HOUR) == at("2025-06-04T09:30")


def test_it_is_due_at_the_closing_that_fills_it_exactly() -> None:
    assert add(SHANGHAI, at("2025-06-06T17:00"), HOUR) == at("2025-06-06T18:00")


def test_it_leaves_out_the_weekend() -> None:
    assert add(SHANGHAI, at("2025-06-06T17:30"), HOUR) == at("2025-06-09T09:30")
    assert next_open(SHANGHAI, at("2025-06-07T10:00")) == at("2025-06-09T09:00")


def test_it_starts_to_count_when_the_calendar_opens() -> None:
    assert add(SHANGHAI, at("2025-06-07T03:00"), HOUR) == at("2025-06-09T10:00")


def test_nothing_added_is_the_start_itself() -> None:
    assert add(SHANGHAI, at("2025-06-07T03:00"), timedelta()) == at("2025-06-07T03:00")


def test_opening_is_inside_and_closing_outside() -> None:
    assert is_open(SHANGHAI, at("2025-06-03T09:00"))
    assert not is_open(SHANGHAI, at("2025-06-03T12:00"))
    assert not is_open(SHANGHAI, at("2025-06-03T18:00"))


def test_it_reads_a_start_in_another_zone() -> None:
    assert add(SHANGHAI, at("2025-06-03T03:00", "Europe/Berlin"), HOUR) == at("2025-06-03T10:00")


def test_the_day_of_the_start_does_not_count() -> None:
    assert add_days(SHANGHAI, at("2025-06-03T09:00"), 1) == at("2025-06-04T18:00")
    assert add_days(SHANGHAI, at("2025-06-06T20:00"), 10) == at("2025-06-20T18:00")
    assert add_days(SHANGHAI, at("2025-06-08T10:00"), 1) == at("2025-06-09T18:00")


def test_no_days_mean_the_next_closing() -> None:
    assert add_days(SHANGHAI, at("2025-06-06T10:00"), 0) == at("2025-06-06T18:00")
    assert add_days(SHANGHAI, at("2025-06-06T19:00"), 0) == at("2025-06-09T18:00")


def test_a_night_shift_goes_on_after_midnight() -> None:
    calendar = WorkingCalendar("Asia/Shanghai", OVERNIGHT)
    assert is_open(calendar, at("2025-06-07T05:00"))
    assert add(calendar, at("2025-06-06T23:00"), 7 * HOUR) == at("2025-06-07T06:00")
    assert between(calendar, at("2024-12-31T00:00"), at("2025-01-01T12:00")) == 15 * HOUR


def test_an_hour_that_the_clock_skips_does_not_count() -> None:
    nights = WorkingCalendar("Europe/Berlin", (((60, 300),),) * 7)
    assert between(nights, at("2025-03-30T00:00", nights.zone), at("2025-03-30T12:00", nights.zone)) == 3 * HOUR
    assert add(nights, at("2025-03-30T01:30", nights.zone), HOUR) == at("2025-03-30T03:30", nights.zone)


def test_an_hour_that_the_clock_repeats_counts_twice() -> None:
    nights = WorkingCalendar("Europe/Berlin", (((60, 300),),) * 7)
    assert between(nights, at("2025-10-26T00:00", nights.zone), at("2025-10-26T12:00", nights.zone)) == 5 * HOUR
    assert add(nights, at("2025-10-26T02:30", nights.zone), HOUR) == at("2025-10-26T02:30", nights.zone, fold=1)


def test_a_closing_that_the_clock_skips_is_the_change_itself() -> None:
    nights = WorkingCalendar("Europe/Berlin", (((60, 150),),) * 7)
    assert add_days(nights, at("2025-03-29T12:00", nights.zone), 1) == at("2025-03-30T03:00", nights.zone)


def test_half_an_hour_of_summer_time_is_seen() -> None:
    nights = WorkingCalendar("Australia/Lord_Howe", (((60, 180),),) * 7)
    day = at("2025-10-05T00:00", nights.zone)
    assert between(nights, day, day + 12 * HOUR) == 1.5 * HOUR


@pytest.mark.parametrize(
    "step",
    [
        lambda: add(SHANGHAI, at("2025-06-03T09:00"), -HOUR),
        lambda: add_days(SHANGHAI, at("2025-06-03T09:00"), -1),
        lambda: between(SHANGHAI, at("2025-06-04T09:00"), at("2025-06-03T09:00")),
    ],
)
def test_it_refuses_to_go_backwards(step: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="forwards only"):
        step()


def test_it_refuses_a_moment_without_zone() -> None:
    with pytest.raises(ValueError, match="needs its time zone"):
        add(SHANGHAI, datetime.fromisoformat("2025-06-03T09:00"), HOUR)


def test_it_refuses_a_calendar_without_working_time() -> None:
    with pytest.raises(NoWorkingTime, match="at least one weekday"):
        WorkingCalendar("Asia/Shanghai", ((),) * 7)


@pytest.mark.parametrize("day", [((600, 540),), ((540, 720), (700, 800)), ((780, 900), (540, 720)), ((1500, 1600),)])
def test_it_refuses_hours_that_overlap_or_run_backwards(day: tuple[Shift, ...]) -> None:
    with pytest.raises(ValueError, match="weekday 2"):
        WorkingCalendar("Asia/Shanghai", (LUNCH, LUNCH, day, LUNCH, LUNCH, (), ()))


def test_it_refuses_what_lies_too_far_ahead() -> None:
    with pytest.raises(NoWorkingTime, match="200 years"):
        add(SHANGHAI, at("2025-06-03T09:00"), timedelta(days=20_000))


def test_ten_years_are_added_quickly() -> None:
    calendar = WorkingCalendar("America/New_York", OFFICE)
    began = time.perf_counter()
    due = add(calendar, at("2025-06-03T09:00"), timedelta(hours=8 * 260 * 10))
    assert due.year == 2035
    assert time.perf_counter() - began < 1
