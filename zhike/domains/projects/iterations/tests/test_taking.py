"""Tasks are taken on from the backlog, and an iteration begins with them."""

from decimal import Decimal

import pytest

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.projects.iterations.backlog import backlog_of, load_of, pace_of
from zhike.domains.projects.iterations.errors import AnotherRuns, CannotTake, NothingTaken
from zhike.domains.projects.iterations.tests.conftest import plan
from zhike.domains.projects.models import Project, Task

pytestmark = pytest.mark.django_db


def test_what_is_taken_leaves_the_backlog_and_comes_back(site, iteration, cast):
    iteration.take(by=cast.omar, task=site.first)
    assert list(backlog_of(site.project)) == [site.second, site.third]
    iteration.leave_out(by=cast.omar, task=site.first)
    assert list(backlog_of(site.project)) == [site.first, site.second, site.third]


def test_no_two_iterations_take_one_task(site, iteration, cast):
    iteration.take(by=cast.lena, task=site.first)
    with pytest.raises(CannotTake, match="挂号页"):
        plan(site, "第二轮", 14).take(by=cast.lena, task=site.first)


def test_neither_a_finished_task_nor_one_of_another_project_is_taken(site, iteration, cast):
    site.first.finish(by=cast.lena)
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="别的")
    foreign = Task.objects.add(by=cast.lena, project=other, title="外面的")
    for task in (site.first, foreign):
        with pytest.raises(CannotTake):
            iteration.take(by=cast.lena, task=task)


def test_it_begins_with_tasks_and_one_runs_at_a_time(site, iteration, cast):
    with pytest.raises(NothingTaken):
        iteration.begin(by=cast.lena)
    iteration.take(by=cast.lena, task=site.first)
    iteration.begin(by=cast.lena)
    following = plan(site, "第二轮", 14)
    following.take(by=cast.lena, task=site.second)
    with pytest.raises(AnotherRuns, match="第一轮"):
        following.begin(by=cast.lena)
    with pytest.raises(WrongState):
        iteration.begin(by=cast.lena)


def test_what_comes_in_after_the_beginning_is_told_apart(site, iteration, cast):
    iteration.take(by=cast.lena, task=site.first)
    iteration.begin(by=cast.lena)
    iteration.take(by=cast.lena, task=site.second)
    assert [one.later for one in iteration.taken.all()] == [False, True]


def test_a_reader_takes_nothing(site, iteration, cast):
    with pytest.raises(Forbidden):
        iteration.take(by=cast.rita, task=site.first)


def test_the_load_counts_hours_and_what_has_none(site):
    site.first.finish(by=site.lena)
    site.third.drop(by=site.lena, reason="不要了")
    load = load_of([site.first, site.second, site.third, site.task("没估过")])
    assert (load.tasks, load.done, load.hours, load.hours_done, load.unknown) == (3, 1, 16, 8, 1)
    assert load.percent == 50


def test_the_pace_is_the_mean_of_the_last_three(site, cast):
    assert pace_of(site.project) is None
    for number, hours in enumerate((100, 4, 8, 12)):
        one = plan(site, f"{number}", number * 14)
        task = site.task(f"任务{number}", hours=hours)
        one.take(by=cast.lena, task=task)
        one.begin(by=cast.lena)
        task.finish(by=cast.lena)
        one.look_back(by=cast.lena, outcome="好")
    assert pace_of(site.project) == Decimal(8)
