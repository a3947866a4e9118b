"""A project is made after another one: its plan comes along, what happened stays."""

from datetime import date, timedelta

import pytest

from zhike.core.clock.models import Calendar
from zhike.core.lifecycle.errors import Forbidden
from zhike.domains.projects.cloning.making import clone
from zhike.domains.projects.models import Deliverable, Follow, Goal, Hours, Project

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 5, 11)


@pytest.fixture
def planned(site):
    """Something of everything, worked on already."""
    project, by = site.run(), site.lena
    project.amend(by=by, why="老人也能自己挂号", starts_on=MONDAY, budget=120_000, currency="CNY")
    phase = site.phase(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=11))
    milestone = site.milestone(phase=phase, due=0)
    milestone.move(by=by, due_on=site.today + timedelta(days=9), reason="测试账号晚了")
    first = site.task("画草图", phase=phase, starts_on=MONDAY, due_on=MONDAY + timedelta(days=4), hours=8)
    last = site.task(
        "定稿", milestone=milestone, starts_on=MONDAY + timedelta(days=7), due_on=MONDAY + timedelta(days=9)
    )
    last.follow(by=by, before=first, lag=1)
    site.task("不要了").drop(by=by, reason="重复了")
    first.finish(by=by)
    Hours.objects.add(by=by, project=project, task=first, person=by, on=site.today, minutes=60)
    Goal.objects.add(by=by, project=project, title="更快挂号", measure="用时", target="2 分钟")
    site.deliverable(milestone=milestone)
    return project


def test_the_plan_comes_along_and_what_happened_stays(planned, site, cast):
    made = clone(
        planned, by=cast.omar, name="官网改版 二期", client=cast.tramlight, starts_on=MONDAY + timedelta(days=28)
    )
    assert (made.state, made.lead, made.client, made.budget) == ("drafted", cast.omar, cast.tramlight, 120_000)
    assert [(one.title, one.state, one.starts_on) for one in made.tasks.order_by("pk")] == [
        ("画草图", "todo", MONDAY + timedelta(days=28)),
        ("定稿", "todo", MONDAY + timedelta(days=35)),
    ]
    first, last = made.tasks.order_by("pk")
    assert (first.hours, first.phase.title, last.milestone.title) == (8, "设计", "第一版上线")
    link = Follow.objects.get(task=last)
    assert (link.before, link.lag) == (first, 1)
    assert not made.milestones.get().moves.exists()
    assert Goal.objects.get(project=made).target == "2 分钟"
    thing = Deliverable.objects.get(project=made)
    assert (thing.state, thing.criteria, thing.milestone) == ("planned", "字号不小于 18", made.milestones.get())
    assert not Hours.objects.filter(project=made).exists()
    assert {one.client for one in (first, thing, made.milestones.get())} == {cast.tramlight}


def test_every_day_falls_on_one_on_which_somebody_works(planned, cast):
    made = clone(
        planned, by=cast.lena, name="x", client=cast.qingchuan, starts_on=MONDAY + timedelta(days=5)
    )  # Saturday
    calendar = Calendar.objects.default().working(MONDAY)
    days = [day for task in made.tasks.all() for day in (task.starts_on, task.due_on)] + [made.starts_on]
    assert all(calendar.is_working_day(day) for day in days)


def test_a_project_without_days_is_cloned_without(site, cast):
    site.task("以后", due_on=None)
    made = clone(site.project, by=cast.lena, name="x", client=cast.qingchuan, starts_on=MONDAY)
    assert (made.starts_on, made.tasks.get().due_on) == (None, None)


def test_a_reader_makes_none(planned, cast):
    with pytest.raises(Forbidden):
        clone(planned, by=cast.rita, name="x", client=cast.qingchuan, starts_on=MONDAY)


def test_it_is_asked_for_on_a_page(planned, cast, client):
    where = f"/projects/{planned.reference}/clone/"
    client.force_login(cast.ida)
    assert client.get(where).status_code == 404
    client.force_login(cast.rita)
    assert client.post(where).status_code == 403
    client.force_login(cast.lena)
    assert where in client.get(f"/projects/{planned.reference}/").content.decode()
    assert client.post(where, {"name": "", "client": cast.qingchuan.pk, "starts_on": "x"}).status_code == 422
    beyond = client.post(where, {"name": "三期", "client": cast.qingchuan.pk, "starts_on": "9999-12-30"})
    assert beyond.status_code == 422 and not Project.objects.filter(name="三期").exists()
    answer = client.post(where, {"name": "三期", "client": cast.qingchuan.pk, "starts_on": "2026-06-08"})
    assert answer["Location"] == f"/projects/{Project.objects.get(name='三期').reference}/"
