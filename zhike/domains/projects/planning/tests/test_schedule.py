"""Schedules with scarce people: all links and capacities kept, and on small plans none is shorter (all are tried)."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.domains.projects.planning.hours import Hours
from zhike.domains.projects.planning.network import network
from zhike.domains.projects.planning.placing import Placing
from zhike.domains.projects.planning.plan import Activity, Cycle, Kind, Link, Plan, PlanError
from zhike.domains.projects.planning.schedule import schedule
from zhike.domains.projects.planning.tests.invented import LAGS, plans

CAPACITY = {"writers": 3, "press": 1}


@st.composite
def needy(draw, most=5, kinds=tuple(Kind), lags=LAGS):
    plan = draw(plans(most=most, kinds=kinds, lags=lags, with_hours=False))
    plan = Plan([Activity(one.key, one.duration % 4, one.not_before % 4) for one in plan.activities], plan.links)
    needs = {one.key: {"writers": draw(st.integers(0, 3)), "press": draw(st.integers(0, 1))} for one in plan.activities}
    return plan, needs


def faults(plan, needs, capacity, starts):
    takes = {one.key: one.duration for one in plan.activities}
    ends = {key: start + takes[key] for key, start in starts.items()}
    for one in plan.activities:
        if starts[one.key] < one.not_before:
            yield one
    for link in plan.links:
        since = (starts if link.kind[0] == "S" else ends)[link.before]
        if (starts if link.kind[1] == "S" else ends)[link.after] < since + link.lag:
            yield link
    for moment in range(max(ends.values(), default=0)):
        for name, most in capacity.items():
            if sum(needs[key].get(name, 0) for key in starts if starts[key] <= moment < ends[key]) > most:
                yield name, moment


def could_end_by(plan, needs, capacity, end):
    """The oracle: every start of every activity is tried. Only for links from start or finish to start."""
    used = {name: [0] * (end + 1) for name in capacity}

    def tried(n, starts):
        if n == len(plan.order):
            return True
        place = plan.order[n]
        one = plan.activities[place]
        since = [
            starts[earlier] + (kind == "FS") * plan.activities[earlier].duration + lag
            for earlier, kind, lag in plan.before[place]
        ]
        for start in range(max([one.not_before, *since]), end - one.duration + 1):
            taken = [
                (name, moment, need)
                for name, need in needs[one.key].items()
                for moment in range(start, start + one.duration)
            ]
            if all(used[name][moment] + need <= capacity[name] for name, moment, need in taken):
                for name, moment, need in taken:
                    used[name][moment] += need
                if tried(n + 1, starts | {place: start}):
                    return True
                for name, moment, need in taken:
                    used[name][moment] -= need
        return False

    return tried(0, {})


@given(needy(kinds=(Kind.FS, Kind.SS), lags=st.integers(0, 2)))
@settings(max_examples=60)
def test_no_schedule_of_a_small_plan_is_shorter(given_plan):
    plan, needs = given_plan
    found = schedule(plan, needs, CAPACITY, tries=150)
    assert not list(faults(plan, needs, CAPACITY, found.starts))
    assert found.finish == max(found.starts[one.key] + one.duration for one in plan.activities)
    assert found.bound <= found.finish
    assert not could_end_by(plan, needs, CAPACITY, found.finish - 1)


@given(needy(most=8))
@settings(max_examples=80)
def test_pushing_a_schedule_to_and_fro_keeps_all_and_never_makes_it_longer(given_plan):
    plan, needs = given_plan
    placing = Placing(plan, needs, CAPACITY)
    starts = placing.forwards(plan.order)
    better = placing.justified(starts)
    assert placing.end(better) <= placing.end(starts)
    for each in (starts, better):
        assert not list(
            faults(plan, needs, CAPACITY, dict(zip([one.key for one in plan.activities], each, strict=True)))
        )


@given(plans(with_hours=False))
@settings(max_examples=50)
def test_where_nothing_is_scarce_it_is_the_network(plan):
    plan = Plan([Activity(one.key, one.duration) for one in plan.activities], plan.links)
    found = schedule(plan, {one.key: {"hands": 1} for one in plan.activities}, {"hands": 99}, tries=60)
    assert found.finish == network(plan).finish and found.is_shortest


def invented(seed, count=40):
    """Like a real plan: each waits for one or two of the last ten, and takes some of three scarce things."""
    dice = Random(seed)
    links = {Link(dice.randrange(max(0, n - 10), n), n) for n in range(1, count) for _each in range(2)}
    needs = {n: {name: dice.randint(0, 4) for name in "abc"} for n in range(count)}
    return Plan([Activity(n, dice.randint(1, 9)) for n in range(count)], links), needs, {"a": 6, "b": 5, "c": 7}


@pytest.mark.parametrize("seed", range(3))
def test_searching_betters_the_rule_alone_and_the_seed_decides(seed):
    plan, needs, capacity = invented(seed)
    rule, found, again = (schedule(plan, needs, capacity, tries=tries) for tries in (1, 600, 600))
    assert not list(faults(plan, needs, capacity, found.starts))
    assert found.bound <= found.finish <= rule.finish
    assert found == again


def test_two_jobs_of_one_printer_go_one_after_the_other():
    plan = Plan([Activity("flyer", 2), Activity("poster", 3), Activity("party", 0)], [Link("flyer", "party")])
    found = schedule(plan, {"flyer": {"press": 1}, "poster": {"press": 1}}, {"press": 1})
    assert (found.finish, found.is_shortest) == (5, True)


@pytest.mark.parametrize(
    ("activity", "needs", "words"),
    [
        (Activity("a", 1.5), {}, "whole units"),
        (Activity("a", 1, hours=Hours([(0, 9)])), {}, "hours of an activity's own"),
        (Activity("a", 1), {"a": {"press": 2}}, "needs 2 of press, of which there are 1"),
        (Activity("a", 1), {"a": {"paint": 1}}, "needs 1 of paint, of which there are 0"),
    ],
)
def test_it_refuses_what_it_cannot_place(activity, needs, words):
    with pytest.raises(PlanError, match=words):
        schedule(Plan([activity]), needs, {"press": 1})


def test_it_names_a_circle():
    with pytest.raises(Cycle):
        schedule(Plan([Activity("a", 1), Activity("b", 1)], [Link("a", "b"), Link("b", "a", Kind.SS)]), {}, {})


def test_nothing_is_done_at_once():
    assert schedule(Plan([]), {}, {}).finish == 0
