"""From tasks to days: without a database, on a calendar of Mondays to Fridays."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.forecasts.moved import moved
from zhike.domains.projects.forecasts.working_out import Point, Situation, Work, Workings, estimated
from zhike.domains.projects.planning.hours import days_of

MONDAY = date(2026, 3, 2)
CALENDAR = WorkingCalendar("Europe/Berlin", ((((9 * 60, 17 * 60),),) * 5) + ((), ()))
RUNS = 300


def workings(situation, today=MONDAY):
    return Workings(situation, days_of(CALENDAR, today, 900), today, RUNS)


def situation(*work, points=()):
    return Situation({one.key: one for one in work}, {one.key: one for one in points})


def sure(key, days, **more):
    return Work(key, f"t{key}", (days, days, days), **more)


def test_a_chain_runs_over_the_weekend_and_its_milestone_comes_with_it():
    draft, build = sure(1, 3), sure(2, 3, milestone=9, befores=((1, 0),))
    seen = workings(situation(draft, build, points=[Point(9, "Fair", MONDAY + timedelta(days=8))]))
    assert seen.sight(9).p50 == seen.end().p90 == date(2026, 3, 9)
    assert seen.sight(9).chance == 1
    assert [one.key for one in seen.critical] == [1, 2]


def test_a_day_that_is_too_early_has_no_chance_and_one_in_the_middle_some():
    unsure = Work(1, "t", (1, 4, 9), milestone=9)
    for due, least, most in ((MONDAY, 0, 0.05), (date(2026, 3, 6), 0.4, 0.8), (date(2026, 3, 12), 1, 1)):
        chance = workings(situation(unsure, points=[Point(9, "p", due)])).sight(9).chance
        assert least <= chance <= most


def test_nobody_begins_before_the_planned_day_and_what_is_due_is_done_on_its_day():
    planned, due = sure(1, 2, starts_on=date(2026, 3, 11)), sure(2, 2, due_on=date(2026, 3, 20))
    assert workings(situation(planned)).end().p80 == date(2026, 3, 12)
    assert workings(situation(due)).end().p80 == date(2026, 3, 20)
    assert workings(situation(sure(3, 2, due_on=date(2026, 2, 2)))).end().p80 == date(2026, 3, 3)


def test_what_needs_more_days_than_are_left_begins_now():
    assert workings(situation(sure(1, 5, due_on=MONDAY))).end().p80 == date(2026, 3, 6)


def test_what_was_begun_has_less_before_it_but_is_never_nothing():
    half = sure(1, 10, begun_on=MONDAY - timedelta(days=7))
    over = sure(2, 2, begun_on=MONDAY - timedelta(days=30))
    assert workings(situation(half)).end().p80 == date(2026, 3, 6)
    assert workings(situation(over)).end().p80 == MONDAY


def test_a_milestone_without_tasks_comes_on_its_day():
    seen = workings(situation(sure(1, 1), points=[Point(9, "p", date(2026, 3, 18))]))
    assert (seen.sight(9).p80, seen.end().p80, [one.key for one in seen.critical]) == (date(2026, 3, 18),) * 2 + ([1],)


def test_estimates_in_hours_become_days_and_stretch_with_what_is_planned():
    assert estimated((4, 8, 16), 8, None) == (0.5, 1, 2)
    assert estimated((4, 8, 16), 8, 3) == (1.5, 3, 6)
    assert estimated((None, 16, None), 8, 1) == (2, 2, 2)
    assert estimated((None, None, None), 8, 4) == (4, 4, 4)
    assert estimated((None, None, None), 8, None) == (1, 1, 1)


def test_what_moved_the_end_is_told_task_by_task():
    before = situation(sure(1, 2), sure(2, 3, befores=((1, 0),)))
    now = workings(
        situation(sure(1, 2), sure(2, 5, befores=((1, 0),)), sure(3, 1, befores=((2, 0),))), MONDAY + timedelta(days=7)
    )
    found = moved(before, MONDAY, days_of(CALENDAR, MONDAY, 900), now)
    assert (found.was, found.now) == (date(2026, 3, 6), date(2026, 3, 18))
    assert [(one.key, one.why, one.days) for one in found.movers] == [
        (0, "waited", 7),
        (2, "estimate", 4),
        (3, "added", 1),
    ]


@st.composite
def situations(draw):
    count = draw(st.integers(1, 5))
    work = []
    for n in range(count):
        low = draw(st.integers(0, 5))
        befores = draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else ()
        days = (low, low + 1, low + draw(st.integers(1, 6)))
        work.append(
            Work(n, f"t{n}", days, draw(st.sampled_from([None, 9])), befores=tuple((one, 0) for one in sorted(befores)))
        )
    return situation(*work, points=[Point(9, "p", MONDAY + timedelta(days=draw(st.integers(0, 30))))])


@given(situations(), situations())
@settings(max_examples=25, deadline=None)
def test_the_days_of_all_movers_together_are_what_it_moved(before, now):
    found = moved(before, MONDAY, days_of(CALENDAR, MONDAY, 900), workings(now, MONDAY + timedelta(days=7)))
    assert sum(one.days for one in found.movers) == found.days
