"""Who works on what when: links, calendars and capacities kept, and nobody who joins makes anything later."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.planning.capacity import Load, NotEnough, Share, Task, hours_of, joined, level, what_if
from zhike.domains.projects.planning.plan import Cycle, Kind, Link, PlanError

DAYS = 400
WEEK = st.lists(st.sampled_from([0, 2, 5, 8]), min_size=1, max_size=6).filter(any)


@st.composite
def people(draw, names=("Lena", "Omar", "Ida")):
    weeks = {name: draw(WEEK) for name in names[: draw(st.integers(1, len(names)))]}
    return {name: (week * DAYS)[:DAYS] for name, week in weeks.items()}


@st.composite
def loads(draw):
    staff = draw(people())
    shares = st.builds(
        Share,
        st.integers(0, 20),
        st.lists(st.sampled_from(list(staff)), min_size=1, unique=True).map(tuple),
        st.sampled_from([2, 6, 24]),
    )
    count = draw(st.integers(1, 8))
    tasks = [
        Task(
            n,
            draw(st.sampled_from("AB")),
            tuple(draw(st.lists(shares, max_size=2))),
            draw(st.integers(0, 5)),
            draw(st.integers(0, 1)),
        )
        for n in range(count)
    ]
    pairs = [(earlier, later) for later in range(count) for earlier in range(later)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    return Load(tuple(tasks), tuple(Link(*pair, lag=draw(st.integers(0, 3))) for pair in chosen), staff)


@given(loads())
@settings(max_examples=80)
def test_all_is_done_in_order_within_everybodys_hours(load):
    found = level(load)
    for link in load.links:
        assert found.tasks[link.after].start >= found.tasks[link.before].finish + link.lag
    for task in load.tasks:
        done = found.tasks[task.key]
        assert done.start >= task.not_before
        assert sum(hours for _name, _day, hours in done.hours) == sum(share.hours for share in task.shares)
        assert {name for name, _day, _hours in done.hours} <= {name for share in task.shares for name in share.people}
        assert all(done.start <= day < done.finish for _name, day, _hours in done.hours)
        assert done.finish <= found.finishes[task.project]
    used = Counter()
    for done in found.tasks.values():
        for name, day, hours in done.hours:
            used[name, day] += hours
    assert used == found.used
    assert all(hours <= load.people[name][day] for (name, day), hours in used.items())


@given(loads(), st.lists(st.tuples(WEEK, st.sets(st.integers(0, 7))), min_size=1, max_size=3))
@settings(max_examples=80)
def test_whoever_joins_makes_no_project_later(load, others):
    joining = [(f"new {n}", (week * DAYS)[:DAYS], able) for n, (week, able) in enumerate(others)]
    before, *after = what_if(load, joining)
    assert before == level(load)
    for one in after:
        assert one.is_no_later_than(before)
        assert set(one.tasks) == set(before.tasks)
        before = one


@given(loads())
@settings(max_examples=40)
def test_more_hours_kept_beside_the_old_plan_still_hold_it(load):
    """The guarantee of `what_if` rests on this: the old plan is a plan for whoever has more."""
    found = level(load)
    more = joined(load, "new", [8] * DAYS, [task.key for task in load.tasks])
    assert all(hours <= more.people[name][day] for (name, day), hours in found.used.items())


def test_two_projects_share_one_designer_and_a_second_one_helps():
    tasks = (
        Task("shop draft", "shop", (Share(24, ("Lena",)),)),
        Task("fair draft", "fair", (Share(16, ("Lena",)),)),
        Task("fair opens", "fair", not_before=3),
    )
    load = Load(tasks, (Link("fair draft", "fair opens"),), {"Lena": [8] * 30})
    before, after = what_if(load, [("Omar", [8] * 30, ["fair draft"])])
    assert before.finishes == {"shop": 3, "fair": 5}
    assert after.finishes == {"shop": 3, "fair": 3}
    assert after.tasks["fair draft"].hours == (("Omar", 0, 8), ("Omar", 1, 8))


def test_work_waits_over_a_weekend_and_over_other_work():
    """Thursday 26 November 2026: half a day is left on Friday after the small task, then Monday."""
    calendar = WorkingCalendar("Europe/Berlin", ((((9 * 60, 17 * 60),),) * 5) + ((), ()))
    hours = hours_of(calendar, date(2026, 11, 26), 10)
    assert hours[:5] == [8, 8, 0, 0, 8]
    tasks = (Task("first", "p", (Share(12, ("Ida",)),), rank=0), Task("then", "p", (Share(6, ("Ida",)),), rank=1))
    found = level(Load(tasks, (), {"Ida": hours}))
    assert found.tasks["first"].hours == (("Ida", 0, 8), ("Ida", 1, 4))
    assert found.tasks["then"].hours == (("Ida", 1, 4), ("Ida", 4, 2))
    assert hours_of(calendar, date(2026, 11, 26), 1, part=0.5) == [4]


def test_it_refuses_what_nobody_can_do_and_what_does_not_fit():
    with pytest.raises(PlanError, match="Nobody is there who could do a"):
        Load((Task("a", "p", (Share(1, ("Ghost",)),)),), (), {"Ida": [8]})
    with pytest.raises(NotEnough):
        level(Load((Task("a", "p", (Share(9, ("Ida",)),)),), (), {"Ida": [8]}))


@pytest.mark.parametrize("link", [Link("a", "b", Kind.SS), Link("a", "b", lag=-1)])
def test_it_refuses_links_that_days_cannot_keep(link):
    with pytest.raises(PlanError, match="finish to start"):
        Load((Task("a", "p"), Task("b", "p")), (link,), {})


def test_it_names_a_circle():
    with pytest.raises(Cycle):
        level(Load((Task("a", "p"), Task("b", "p")), (Link("a", "b"), Link("b", "a")), {}))
