"""Tasks: done, dropped, waiting for the client, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.projects.dependencies import way_back_to
from zhike.domains.projects.errors import Circular, Unready
from zhike.domains.projects.forms import TaskForm
from zhike.domains.projects.outline import outline_of


def test_a_finished_task_has_begun_too(site):
    task = site.task("画草图")
    task.finish(by=site.lena)
    assert (task.state, task.started_on, task.done_on) == ("done", site.today, site.today)
    with pytest.raises(WrongState):
        task.begin(by=site.lena)


def test_whoever_reads_finishes_none(site, cast):
    with pytest.raises(Forbidden):
        site.task("画草图").finish(by=cast.rita)


def test_what_waits_for_the_client_says_for_whom_and_what(site, cast):
    task = site.task("画草图")
    task.wait(by=site.lena, contact=cast.clara, what="院徽的矢量图")
    assert outline_of(site.project, site.today).waiting == [task]
    with pytest.raises(WrongState):
        task.wait(by=site.lena, contact=cast.clara, what="又一样")
    task.get_it(by=site.lena)
    assert (task.waits_for, task.waits_what) == (None, "")
    assert outline_of(site.project, site.today).waiting == []


def test_a_circle_is_refused_with_the_way_round(site):
    first, second, third = (site.task(title) for title in ("草图", "定稿", "印刷"))
    second.follow(by=site.lena, before=first, lag=2)
    third.follow(by=site.lena, before=second)
    with pytest.raises(Circular, match="草图 → 印刷 → 定稿 → 草图"):
        first.follow(by=site.lena, before=third)
    with pytest.raises(Circular):
        first.follow(by=site.lena, before=first)
    second.unfollow(by=site.lena, before=first)
    first.follow(by=site.lena, before=third)
    assert list(first.befores.all()) == [third]


def test_what_follows_nothing_is_not_offered_to_be_freed(site, client):
    first, second = site.task("设计"), site.task("开发")
    client.force_login(site.lena)
    address = f"/tasks/{second.reference}/"
    assert "Comes no longer after" not in client.get(address).text
    second.follow(by=site.lena, before=first)
    assert "Comes no longer after" in client.get(address).text


def test_following_again_changes_the_days_between(site):
    first, second = site.task("草图"), site.task("定稿")
    second.follow(by=site.lena, before=first, lag=2)
    second.follow(by=site.lena, before=first, lag=5)
    assert [one.lag for one in second.follows.all()] == [5]


def test_a_dropped_task_comes_back_only_with_owner_and_day(site):
    task = site.task("画草图", due_on=None)
    task.drop(by=site.lena, reason="不需要了")
    site.run()
    with pytest.raises(Unready):
        task.reopen(by=site.lena)


def test_estimates_stand_in_order(site):
    said = {"project": site.project.pk, "title": "x", "hours_low": 4, "hours": 2, "hours_high": 8}
    assert list(TaskForm(said, by=site.lena).errors) == ["hours"]


def test_the_tree_has_each_task_once(site, cast):
    phase = site.phase()
    milestone = site.milestone(phase=phase)
    under = [site.task("一", milestone=milestone), site.task("二", phase=phase), site.task("三")]
    outline = outline_of(site.project, site.today)
    assert [branch.phase for branch in outline.branches] == [phase, None]
    assert sorted(task.title for branch in outline.branches for task in branch.tasks) == ["一", "三", "二"]
    assert outline.late == []
    under[0].finish(by=site.lena)
    assert (outline_of(site.project, site.today).done, len(outline.counted)) == (1, 3)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_what_is_let_in_one_by_one_never_closes_a_circle(wishes):
    """The law of `follow`: a wish is refused exactly when the other one comes after the task already."""
    befores: dict[int, list[int]] = {}
    for task, before in wishes:
        if not way_back_to(befores, before, task):
            befores.setdefault(task, []).append(before)
    for one, its in befores.items():
        assert not any(way_back_to(befores, before, one) for before in its)
