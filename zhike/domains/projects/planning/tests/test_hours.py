"""Open stretches: forwards, backwards, and the same over arrays."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.planning.hours import BeyondHours, Hours, days_of
from zhike.domains.projects.planning.hours_of_runs import of_runs
from zhike.domains.projects.planning.tests.invented import BEGINNING, hours

MOMENTS, AMOUNTS = st.integers(BEGINNING, BEGINNING + 200), st.integers(0, 30)


def unit_by_unit(known, start, amount):
    """The oracle: each unit of the axis is looked at by itself."""
    while amount:
        amount -= any(begins <= start < ends for begins, ends in zip(known.starts, known.ends, strict=True))
        start += 1
    return start


@given(hours(), MOMENTS, AMOUNTS)
def test_it_counts_as_if_each_unit_was_looked_at(known, start, amount):
    assert known.work(start, amount) == unit_by_unit(known, start, amount)


@given(hours(), MOMENTS, MOMENTS, AMOUNTS.filter(bool))
def test_forwards_and_backwards_belong_together(known, start, end, amount):
    finish = known.work(start, amount)
    assert known.between(start, finish) == amount
    assert (finish <= end) == (start <= known.back(end, amount))


@given(hours(), st.lists(st.tuples(MOMENTS, AMOUNTS), min_size=1, max_size=9))
def test_arrays_are_counted_alike(known, cases):
    moments, amounts = (np.array(one, dtype=float) for one in zip(*cases, strict=True))
    many = of_runs(known)
    assert many.work(moments, amounts).tolist() == [known.work(*case) for case in cases]
    assert many.back(moments, amounts).tolist() == [known.back(*case) for case in cases]
    assert many.opens(moments, amounts >= 0).tolist() == [known.opens(moment) for moment, _amount in cases]


def test_a_calendar_with_a_make_up_day_gives_its_days():
    """The Thursday and Friday of Tomb-Sweeping are free, the Sunday after is worked; 3 April 2026 is a Friday."""
    week = ((((9 * 60, 17 * 60),),) * 5) + ((), ())
    calendar = WorkingCalendar(
        "Asia/Shanghai", week, frozenset({date(2026, 4, 2), date(2026, 4, 3)}), {date(2026, 4, 5): 0}
    )
    known = days_of(calendar, date(2026, 3, 30), 14)
    assert list(zip(known.starts, known.ends, strict=True)) == [(0, 3), (6, 12)]
    assert known.work(2, 3) == 8


def test_it_refuses_stretches_that_touch_and_work_that_does_not_fit():
    with pytest.raises(ValueError, match="ascending"):
        Hours([(0, 5), (5, 9)])
    known = Hours([(0, 5), (7, 9)])
    for ask in (lambda: known.work(4, 4), lambda: known.back(3, 4), lambda: known.opens(9)):
        with pytest.raises(BeyondHours):
            ask()
