"""When a repeating to-do comes round."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.todos.repeating import next_due

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
repeats = st.sampled_from(["daily", "workdays", "weekly", "monthly", "quarterly", "yearly"])


def weekday(after: date) -> date:
    ahead = (after + timedelta(days=n) for n in range(1, 8))
    return next(day for day in ahead if day.weekday() < 5)


def run(repeat: str, start: date, times: int) -> list[date]:
    due, found = start, [start]
    for _time in range(times):
        due = next_due(repeat, due, series=start, after=due, working=weekday)
        found.append(due)
    return found


def test_a_monthly_one_keeps_to_the_end_of_the_month() -> None:
    assert run("monthly", date(2026, 1, 31), 3) == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)
    ]  # fmt: skip


def test_a_yearly_one_returns_to_the_leap_day() -> None:
    assert run("yearly", date(2024, 2, 29), 4)[-2:] == [date(2027, 2, 28), date(2028, 2, 29)]


def test_a_quarterly_one_goes_three_months_on() -> None:
    assert run("quarterly", date(2025, 11, 30), 2)[1:] == [date(2026, 2, 28), date(2026, 5, 30)]


@pytest.mark.parametrize(("repeat", "following"), [("daily", 8), ("weekly", 8), ("workdays", 8), ("monthly", 32)])
def test_what_is_done_late_comes_round_after_the_day_it_was_done(repeat: str, following: int) -> None:
    due, done = date(2026, 7, 1), date(2026, 7, 7)
    found = next_due(repeat, due, series=None, after=done, working=weekday)
    assert found == date(2026, 7, 1) + timedelta(days=following - 1)


def test_one_moved_by_hand_begins_a_new_series() -> None:
    found = next_due("monthly", date(2026, 2, 10), series=date(2026, 1, 31), after=date(2026, 2, 1), working=weekday)
    assert found == date(2026, 3, 10)


@given(repeats, days, st.none() | days, days)
def test_it_is_always_later_than_the_due_day_and_the_day_it_was_done(repeat, due, series, after) -> None:
    assert next_due(repeat, due, series=series, after=after, working=weekday) > max(due, after)


@given(st.sampled_from(["monthly", "quarterly", "yearly"]), days)
def test_a_series_never_drifts_nor_skips(repeat: str, start: date) -> None:
    step = {"monthly": 1, "quarterly": 3, "yearly": 12}[repeat]
    found = run(repeat, start, 30)
    for before, after in pairwise(found):
        assert (after.year - before.year) * 12 + after.month - before.month == step
        assert after.day == start.day or (after + timedelta(days=1)).day == 1


@given(days)
def test_working_days_skip_none(start: date) -> None:
    for before, after in pairwise(run("workdays", start, 12)):
        between = (before + timedelta(days=n) for n in range(1, (after - before).days))
        assert after.weekday() < 5
        assert all(day.weekday() >= 5 for day in between)
