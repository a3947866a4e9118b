"""Earliest and latest times: against a plain search unit by unit, and what floats promise."""

from dataclasses import replace
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.domains.projects.planning.network import earliest, network
from zhike.domains.projects.planning.plan import Activity, Cycle, Kind, Link, Plan, PlanError
from zhike.domains.projects.planning.tests.invented import BEGINNING, plans


def keeps(plan, times, place):
    """Whether the links into one activity are kept, up to closed time where its end waits."""
    one = plan.activities[place]
    for earlier, kind, lag in plan.before[place]:
        moment = one.hours.work(times[earlier][kind[0] == "F"], lag)
        own = times[place][kind[1] == "F"]
        left = one.hours.between(own, moment) if kind[1] == "F" and one.duration else moment - own
        if left > 0:
            return False
    return True


def unit_by_unit(plan):
    """The oracle: each activity is tried at each moment from the beginning on until all holds."""
    times = [None] * len(plan.activities)
    for place in plan.order:
        one = plan.activities[place]
        start = max(BEGINNING, one.not_before)
        while True:
            times[place] = start, one.hours.work(start, one.duration)
            closed = one.duration and one.hours.opens(start) != start
            if not closed and keeps(plan, times, place):
                break
            start += 1
    return times


@given(plans())
def test_nothing_begins_before_it_may_nor_later_than_it_must(plan):
    assert earliest(plan, BEGINNING) == unit_by_unit(plan)


@given(plans(lags=st.integers(0, 4)))
def test_the_latest_times_keep_all_links_and_the_end(plan):
    found = network(plan, BEGINNING)
    late = [(found.timings[one.key].late_start, found.timings[one.key].late_finish) for one in plan.activities]
    assert all(keeps(plan, late, place) for place in range(len(late)))
    assert all(one.total_float >= one.free_float >= 0 for one in found.timings.values())
    assert max(finish for _start, finish in late) <= found.finish
    assert found.critical


def delayed(plan, key, begin):
    return Plan([replace(one, not_before=begin) if one.key == key else one for one in plan.activities], plan.links)


@given(plans(with_hours=False), st.data())
def test_slipping_by_the_total_float_holds_the_end_and_by_the_free_float_holds_all(plan, data):
    before = network(plan, BEGINNING)
    key = data.draw(st.sampled_from([one.key for one in plan.activities]))
    timing = before.timings[key]
    assert network(delayed(plan, key, timing.late_start), BEGINNING).finish == before.finish
    assert network(delayed(plan, key, timing.late_start + 1), BEGINNING).finish > before.finish
    after = network(delayed(plan, key, timing.start + timing.free_float), BEGINNING).timings
    assert all(after[one].start == before.timings[one].start for one in after if one != key)


@given(plans(with_hours=False), st.integers(1, 9))
def test_a_due_day_that_is_too_early_leaves_negative_floats(plan, short):
    found = network(plan, BEGINNING)
    hurried = network(plan, BEGINNING, due=found.finish - short)
    assert min(one.total_float for one in hurried.timings.values()) == -short
    assert set(found.critical) <= set(hurried.critical)


def test_the_critical_path_of_a_small_plan():
    """Design 3, then print 5 beside web 2 with three of float; both before the launch."""
    plan = Plan(
        [Activity("design", 3), Activity("print", 5), Activity("web", 2), Activity("launch", 0)],
        [Link("design", "print"), Link("design", "web"), Link("print", "launch"), Link("web", "launch")],
    )
    found = network(plan)
    assert (found.finish, found.critical) == (8, ("design", "print", "launch"))
    assert (found.timings["web"].total_float, found.timings["web"].free_float) == (3, 3)


@pytest.mark.parametrize(
    ("kind", "lag", "start"), [("FS", 2, 7), ("SS", 2, 2), ("FF", 2, 4), ("SF", 2, 0), ("FS", -1, 4)]
)
def test_each_kind_of_link_with_its_lag(kind, lag, start):
    plan = Plan([Activity("a", 5), Activity("b", 3)], [Link("a", "b", Kind(kind), lag)])
    assert network(plan).timings["b"].start == start


def test_a_circle_is_named_in_its_order():
    links = [Link("a", "b"), Link("b", "c"), Link("c", "a"), Link("x", "a"), Link("c", "y")]
    with pytest.raises(Cycle) as refused:
        network(Plan([Activity(key, 1) for key in "xyabc"], links))
    told = refused.value.keys
    assert set(told) == {"a", "b", "c"}
    assert "".join(told) in "abcab"
    assert " → ".join([*told, told[0]]) in str(refused.value)


@pytest.mark.parametrize("activities", [[Activity("a", 1), Activity("a", 2)], [Activity("a", -1)]])
def test_it_refuses_a_key_twice_and_less_than_nothing(activities):
    with pytest.raises(PlanError):
        Plan(activities)


def test_it_refuses_a_link_to_nothing():
    with pytest.raises(PlanError, match="ghost"):
        Plan([Activity("a", 1)], [Link("a", "ghost")])


def test_an_empty_plan_ends_as_it_begins():
    assert (network(Plan([]), 5).finish, network(Plan([]), 5).critical) == (5, ())


def test_ten_thousand_activities_take_less_than_a_second():
    dice, count = Random(4), 10_000
    links = [Link(dice.randrange(max(0, n - 50), n), n) for n in range(1, count) for _each in range(3)]
    plan = Plan([Activity(n, dice.randint(1, 9)) for n in range(count)], links)
    begun = perf_counter()
    assert len(network(plan).timings) == count
    assert perf_counter() - begun < 1


def test_the_same_order_each_time():
    plan = Plan([Activity(key, 1) for key in "dcba"], [Link("a", "d")])
    assert [plan.activities[place].key for place in plan.order] == ["c", "b", "a", "d"]
