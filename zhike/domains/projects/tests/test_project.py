"""A project from its draft to its end, its phases and what they wait for."""

import pytest
from django.utils import timezone

from zhike.agreements.models import Decision
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.domains.projects.errors import StillOpen, Unconfirmed, Unready, WaitsForNothing
from zhike.domains.projects.forms import ProjectForm, TaskForm
from zhike.domains.projects.models import Goal, Project


def test_it_does_not_start_while_a_task_has_no_owner(site):
    task = site.task("写文案", owner=None)
    site.project.agree(by=site.lena)
    with pytest.raises(Unready, match="写文案"):
        site.project.start(by=site.lena)
    task.amend(by=site.lena, owner=site.lena)
    site.project.start(by=site.lena)
    assert site.project.started_on == timezone.localdate()


def test_once_it_runs_no_task_is_without_owner_or_day(site):
    project = site.run()
    form = TaskForm({"project": project.pk, "title": "写文案", "owner": site.lena.pk}, by=site.lena)
    assert not form.is_valid()
    assert "写文案" in form.errors["due_on"][0]
    with pytest.raises(Unready):
        site.task("写文案", due_on=None)
    done = site.task("画草图")
    with pytest.raises(Unready):
        done.amend(by=site.lena, owner=None)


def test_whoever_reads_makes_none_and_starts_none(site, cast):
    with pytest.raises(Forbidden):
        Project.objects.add(by=cast.rita, client=cast.qingchuan, lead=cast.rita, name="x")
    with pytest.raises(Forbidden):
        site.project.agree(by=cast.rita)


def test_a_stranger_does_not_find_it(site, cast):
    assert not Project.objects.visible_to(cast.ida).exists()
    assert Project.objects.visible_to(cast.omar).exists()


def test_a_draft_is_not_started_and_a_stopped_one_not_resumed(site):
    with pytest.raises(WrongState):
        site.project.start(by=site.lena)
    site.project.stop(by=site.lena, reason="预算取消")
    assert (site.project.state, site.project.reason) == ("stopped", "预算取消")
    with pytest.raises(WrongState):
        site.project.resume(by=site.lena)


def test_a_pause_keeps_its_reason_until_it_goes_on(site):
    project = site.run()
    project.pause(by=site.lena, reason="等医院审批")
    assert project.reason == "等医院审批"
    project.resume(by=site.lena)
    assert project.reason == ""
    assert Event.objects.get(kind="project.resumed").facts["reason"] == "等医院审批"


def test_it_is_not_finished_while_something_is_open(site):
    project, task, milestone = site.run(), site.task("画草图"), site.milestone()
    with pytest.raises(StillOpen, match="2"):
        project.finish(by=site.lena)
    task.drop(by=site.lena, reason="不需要了")
    milestone.reach(by=site.lena)
    project.finish(by=site.lena)
    assert project.ended_on == timezone.localdate()


def test_a_budget_has_a_currency(site, cast):
    said = {"client": cast.qingchuan.pk, "name": "导视", "budget": "120000"}
    form = ProjectForm(said, by=site.lena)
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["currency"], form.cleaned_data["lead"]) == ("CNY", site.lena)


def test_a_phase_waits_until_its_requirement_is_confirmed(site, cast):
    site.run()
    phase = site.phase()
    said = {"by": site.lena, "client": cast.qingchuan, "contact": cast.clara, "side": "them"}
    decision = Decision.objects.add(**said, question="几个入口？", text="三个入口")
    phase.require(by=site.lena, entry=decision)
    with pytest.raises(Unconfirmed, match="三个入口"):
        phase.begin(by=site.lena)
    decision.confirm(by=site.lena, contact=cast.clara, how="call")
    phase.begin(by=site.lena)
    assert phase.state == "running"


def test_a_phase_stops_waiting_only_while_it_waits(site, cast, client):
    phase = site.phase()
    said = {"by": site.lena, "client": cast.qingchuan, "contact": cast.clara, "side": "them"}
    decision = Decision.objects.add(**said, question="几个入口？", text="三个入口")
    address = f"/phases/{phase.reference}/"
    client.force_login(site.lena)
    assert "Wait no longer" not in client.get(address).text
    with pytest.raises(WaitsForNothing):
        phase.release(by=site.lena, entry=decision)
    phase.require(by=site.lena, entry=decision)
    assert "Wait no longer" in client.get(address).text
    decision.confirm(by=site.lena, contact=cast.clara, how="call")
    assert "Wait no longer" not in client.get(address).text


def test_a_phase_begins_only_in_a_project_that_runs(site):
    with pytest.raises(WrongState):
        site.phase().begin(by=site.lena)


def test_a_phase_is_not_finished_while_a_task_of_it_is_open(site):
    site.run()
    phase = site.phase()
    phase.begin(by=site.lena)
    task = site.task("画草图", phase=phase)
    with pytest.raises(StillOpen):
        phase.finish(by=site.lena)
    task.finish(by=site.lena)
    phase.finish(by=site.lena)
    assert phase.ended_on == timezone.localdate()


def test_a_task_stands_in_a_phase_of_its_own_project(site, cast):
    other = Project.objects.add(by=site.lena, client=cast.qingchuan, lead=site.lena, name="导视")
    form = TaskForm({"project": other.pk, "title": "x", "phase": site.phase().pk}, by=site.lena)
    assert "phase" in form.errors


def test_a_goal_says_what_it_leaves_open(site):
    goal = Goal.objects.add(by=site.lena, project=site.project, title="更快挂号", measure="挂号用时", baseline="4 分钟")
    assert goal.unanswered() == ["S", "M", "A", "R", "T"]
    goal.amend(
        by=site.lena, title="老人自己在门诊挂上号", target="2 分钟", attainable="同类医院做到了",
        relevant="窗口排队减半", due_on=site.today,
    )  # fmt: skip
    assert goal.unanswered() == []
