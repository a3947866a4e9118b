"""What would become of a plan from outside."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.domains.projects.bringing.draft import draft_of
from zhike.domains.projects.planning.outside import (
    OutsideAssignment,
    OutsideLink,
    OutsidePerson,
    OutsidePlan,
    OutsideTask,
)
from zhike.domains.projects.planning.plan import Activity, Kind, Link, Plan

DAY = datetime(2026, 3, 2, 9)


def plan(*links, tasks=None, **more):
    known = tasks or (
        OutsideTask("s", "Stand", is_summary=True),
        OutsideTask("a", "Draft", 2, "s", minutes=960, finish=DAY),
        OutsideTask("b", "Build", 2, "s", work=600, minutes=480),
        OutsideTask("m", "Ready", is_milestone=True, finish=DAY),
        OutsideTask("c", "Party"),
    )
    return draft_of(OutsidePlan("Fair", known, tuple(links), **more))


def test_summaries_become_phases_and_milestones_milestones():
    found = plan()
    assert [one.title for one in found.phases] == ["Stand"]
    assert [(one.title, one.due_on) for one in found.milestones] == [("Ready", DAY.date())]
    assert [(one.title, one.phase, one.hours) for one in found.tasks] == [
        ("Draft", "s", 16),
        ("Build", "s", 10),
        ("Party", None, None),
    ]


def test_links_of_a_summary_are_those_of_its_tasks_and_a_milestone_passes_them_on():
    found = plan(OutsideLink("s", "m"), OutsideLink("m", "c", lag=960))
    assert {one.key: one.milestone for one in found.tasks} == {"a": "m", "b": "m", "c": None}
    assert set(found.follows) == {("c", "a", 2), ("c", "b", 2)}


def test_other_kinds_of_links_and_second_people_are_told_as_lost():
    people = (OutsidePerson("1", "Lena"), OutsidePerson("2", "Omar"))
    doing = (OutsideAssignment("a", "1", 60), OutsideAssignment("a", "2", 480))
    found = plan(OutsideLink("a", "b", Kind.SS), people=people, assignments=doing)
    assert (found.tasks[0].person, found.people) == ("2", (("2", "Omar", ""),))
    assert {one.name: one.count for one in found.lost} == {"Link (SS, FF, SF)": 1, "Assignment (further people)": 1}


def test_lags_of_the_clock_and_of_work_become_working_days():
    found = plan(OutsideLink("a", "b", lag=960), OutsideLink("a", "c", lag=2 * 1440, is_elapsed=True))
    assert set(found.follows) == {("b", "a", 2), ("c", "a", 2)}


def test_sprints_become_phases_and_sub_tasks_stand_in_that_of_their_parent():
    tasks = (
        OutsideTask("e", "Epic", is_summary=True), OutsideTask("p", "Story", 2, "e", sprints=("One", "Two")),
        OutsideTask("q", "Sub-task", 2, "p"), OutsideTask("r", "Other", 2, "e"),
    )  # fmt: skip
    found = plan(tasks=tasks)
    assert [(one.title, one.phase) for one in found.tasks] == [
        ("Story", "sprint Two"),
        ("Sub-task", "sprint Two"),
        ("Other", "e"),
    ]
    assert [one.title for one in found.phases] == ["Two", "Epic"]


def test_sprints_stand_by_their_numbers_whatever_the_order_of_the_file():
    def phases(*sprints):
        return [one.title for one in plan(tasks=[OutsideTask(one, one, 2, sprints=(one,)) for one in sprints]).phases]

    assert phases("S10", "S2", "S1") == ["S1", "S2", "S10"]
    assert phases("Sprint 2", "Discovery", "Sprint 1") == ["Sprint 2", "Discovery", "Sprint 1"]


def test_the_longest_of_very_many_ways_through_milestones_counts():
    """Each waits for the two before it: a hundred million ways."""
    points = [OutsideTask(f"m{n}", "m", is_milestone=True, finish=DAY) for n in range(40)]
    links = [OutsideLink(f"m{n - back}", f"m{n}", lag=480) for n in range(2, 40) for back in (1, 2)]
    ends = [OutsideLink("a", "m0"), OutsideLink("a", "m1"), OutsideLink("m39", "c")]
    found = plan(*links, *ends, tasks=(OutsideTask("a", "A"), *points, OutsideTask("c", "C")))
    assert found.follows == (("c", "a", 38),)


@st.composite
def outside(draw):
    count = draw(st.integers(1, 8))
    keys = [str(n) for n in range(count)]
    tasks = tuple(
        OutsideTask(
            key, key, parent=draw(st.sampled_from([None, *keys[:n]])), is_summary=draw(st.booleans()),
            is_milestone=draw(st.booleans()), finish=DAY,
        )
        for n, key in enumerate(keys)
    )  # fmt: skip
    links = draw(st.lists(st.builds(OutsideLink, st.sampled_from(keys), st.sampled_from(keys)), max_size=10))
    return OutsidePlan("p", tasks, tuple(links))


@given(outside())
@settings(max_examples=60)
def test_whatever_comes_the_links_are_between_tasks_and_make_no_circle(given_plan):
    found = draft_of(given_plan)
    tasks = {one.key for one in found.tasks}
    assert {key for task, before, _lag in found.follows for key in (task, before)} <= tasks
    assert len({one[:2] for one in found.follows}) == len(found.follows)
    assert (
        Plan([Activity(key, 0) for key in tasks], [Link(before, task) for task, before, _lag in found.follows]).order
        is not None
    )
    assert {one.milestone for one in found.tasks} - {None} <= {one.key for one in found.milestones}
    assert {one.phase for one in (*found.tasks, *found.milestones)} - {None} <= {one.key for one in found.phases}
