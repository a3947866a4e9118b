"""The day of the next contact: pure arithmetic over working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zhike.clients.plans.due import next_contact, working_day, working_days_after
from zhike.core.clock.hours import OFFICE, read_week
from zhike.core.clock.working_calendar import WorkingCalendar

OFF = frozenset(date(2026, 10, day) for day in range(1, 8))
CHINA = WorkingCalendar("Asia/Shanghai", read_week(OFFICE), OFF, {date(2026, 9, 27): 3, date(2026, 10, 10): 4})
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_it_counts_working_days_from_the_last_contact() -> None:
    assert next_contact(CHINA, 5, last=date(2026, 3, 2), starts_on=date(2026, 1, 1)) == date(2026, 3, 9)


def test_it_counts_over_the_national_holiday_with_its_make_up_days() -> None:
    assert next_contact(CHINA, 5, last=date(2026, 9, 25), starts_on=date(2026, 1, 1)) == date(2026, 9, 30) + timedelta(
        8
    )
    assert working_days_after(CHINA, date(2026, 9, 26), 1) == date(2026, 9, 27)
    assert working_days_after(CHINA, date(2026, 9, 30), 3) == date(2026, 10, 10)


def test_it_is_the_first_working_day_where_nobody_was_spoken_to() -> None:
    assert next_contact(CHINA, 20, last=None, starts_on=date(2026, 10, 3)) == date(2026, 10, 8)


def test_nothing_is_due_before_the_plan_begins_nor_after_it_ends() -> None:
    assert next_contact(CHINA, 5, last=date(2026, 1, 5), starts_on=date(2026, 6, 1)) == date(2026, 6, 1)
    assert next_contact(CHINA, 5, last=date(2026, 3, 2), starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 6)) is None


@given(DAYS, st.integers(1, 300))
def test_it_lands_on_a_working_day_with_so_many_between(day: date, number: int) -> None:
    found = working_days_after(CHINA, day, number)
    assert found is not None
    passed = (day + timedelta(days=n) for n in range(1, (found - day).days + 1))
    assert CHINA.is_working_day(found)
    assert sum(CHINA.is_working_day(one) for one in passed) == number


@given(DAYS, DAYS, st.integers(1, 60))
def test_a_later_contact_is_never_due_sooner(one: date, other: date, every: int) -> None:
    sooner, later = sorted((one, other))
    start = date(2024, 1, 1)
    first, second = (next_contact(CHINA, every, last=last, starts_on=start) for last in (sooner, later))
    assert first and second and first <= second


def test_a_working_day_is_itself() -> None:
    assert working_day(CHINA, date(2026, 3, 2)) == date(2026, 3, 2)
