"""The laws that hold for every calendar, zone and moment."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zhike.core.clock.tests.oracle import (
    MINUTE,
    calendars,
    counted,
    moments,
    open_by_the_minute,
)
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.clock.working_time import add, add_days, between, is_open, next_open

durations = st.timedeltas(timedelta(), timedelta(days=60))
# the weeks in which one of the zones changes its clock, or skips a day
CHANGES = """
    2009-10-31 2011-12-29 2025-02-22 2025-03-07 2025-03-28 2025-04-04 2025-04-24 2025-10-04 2025-10-24 2025-10-30
"""
changes = st.sampled_from([datetime.fromisoformat(f"{day}T00:00Z") for day in CHANGES.split()])
near_changes = st.builds(lambda day, n: day + n * MINUTE, changes, st.integers(0, 4 * 1440))


@given(calendars, moments, durations)
def test_it_takes_as_long_as_was_added(calendar: WorkingCalendar, start: datetime, working: timedelta) -> None:
    assert between(calendar, start, add(calendar, start, working)) == working


@given(calendars, moments, durations, durations)
def test_it_adds_in_one_or_in_two_steps_alike(
    calendar: WorkingCalendar, start: datetime, first: timedelta, second: timedelta
) -> None:
    assert add(calendar, add(calendar, start, first), second) == add(calendar, start, first + second)


@given(calendars, moments, durations, durations)
def test_it_is_never_earlier_for_more_work(
    calendar: WorkingCalendar, start: datetime, first: timedelta, second: timedelta
) -> None:
    less, more = sorted((first, second))
    assert add(calendar, start, less) <= add(calendar, start, more)


@given(calendars, moments, moments, durations)
def test_it_is_never_earlier_for_a_later_start(
    calendar: WorkingCalendar, a: datetime, b: datetime, working: timedelta
) -> None:
    earlier, later = sorted((a, b))
    assert add(calendar, earlier, working) <= add(calendar, later, working)


@given(calendars, moments, durations.filter(bool))
def test_it_never_lands_in_closed_time(calendar: WorkingCalendar, start: datetime, working: timedelta) -> None:
    assert is_open(calendar, add(calendar, start, working) - timedelta.resolution)


@given(calendars, moments, moments, moments)
def test_it_counts_in_one_or_in_two_stretches_alike(
    calendar: WorkingCalendar, a: datetime, b: datetime, c: datetime
) -> None:
    first, middle, last = sorted((a, b, c))
    halves = between(calendar, first, middle) + between(calendar, middle, last)
    assert halves == between(calendar, first, last)


@given(calendars, moments | near_changes, st.integers(0, 3 * 1440))
def test_it_counts_what_counting_minutes_gives(calendar: WorkingCalendar, start: datetime, minutes: int) -> None:
    start = start.replace(second=0, microsecond=0)
    assert between(calendar, start, start + minutes * MINUTE) == counted(calendar, start, minutes)


@given(calendars, moments | near_changes)
def test_it_is_open_when_the_wall_clock_says_so(calendar: WorkingCalendar, moment: datetime) -> None:
    assert is_open(calendar, moment) == open_by_the_minute(calendar, moment)


@given(calendars, moments | near_changes)
def test_it_opens_next_at_the_first_working_moment(calendar: WorkingCalendar, moment: datetime) -> None:
    opening = next_open(calendar, moment)
    assert opening >= moment
    assert is_open(calendar, opening)
    assert between(calendar, moment, opening) == timedelta()


@given(calendars, moments, durations, durations, durations.filter(bool))
def test_a_pause_moves_the_end_by_the_working_time_it_took(
    calendar: WorkingCalendar, start: datetime, before: timedelta, pause: timedelta, after: timedelta
) -> None:
    paused, due = add(calendar, start, before), add(calendar, start, before + after)
    resumed = add(calendar, paused, pause)
    moved = add(calendar, resumed, between(calendar, paused, due))
    assert between(calendar, start, moved) == before + after + pause


@given(calendars, moments, st.integers(0, 40))
def test_working_days_end_at_a_closing(calendar: WorkingCalendar, start: datetime, days: int) -> None:
    due = add_days(calendar, start, days)
    assert due >= start
    assert due <= add_days(calendar, start, days + 1)
    assert not between(calendar, due, due + timedelta.resolution) or is_open(calendar, due)
