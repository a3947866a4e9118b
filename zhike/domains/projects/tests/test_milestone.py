"""Milestones: moved with a reason, reached, missed; and what is owed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.domains.projects.forms import MilestoneForm
from zhike.domains.projects.models import Milestone
from zhike.domains.projects.steps import MoveForm


def test_each_move_keeps_the_day_that_was_and_why(site):
    milestone, first = site.milestone(), site.today + timedelta(days=10)
    milestone.move(by=site.lena, due_on=first + timedelta(days=7), reason="测试账号晚了一周")
    milestone.move(by=site.lena, due_on=first + timedelta(days=5), reason="追回两天")
    assert [(move.was, move.days, move.reason) for move in milestone.moves.all()] == [
        (first, 7, "测试账号晚了一周"),
        (first + timedelta(days=7), -2, "追回两天"),
    ]
    assert (milestone.first_due_on, milestone.slip) == (first, 5)


def test_a_move_needs_a_reason_and_another_day(site):
    milestone = site.milestone()
    form = MoveForm({"due_on": milestone.due_on.isoformat()}, record=milestone, by=site.lena)
    assert set(form.errors) == {"due_on", "reason"}


def test_whoever_reads_moves_none(site, cast):
    with pytest.raises(Forbidden):
        site.milestone().move(by=cast.rita, due_on=site.today, reason="x")


def test_a_reached_one_is_not_moved_but_opened_again(site):
    milestone = site.milestone()
    milestone.reach(by=site.lena, on=site.today)
    with pytest.raises(WrongState):
        milestone.move(by=site.lena, due_on=site.today, reason="x")
    milestone.reopen(by=site.lena)
    milestone.miss(by=site.lena, reason="客户取消了发布会")
    assert (milestone.state, milestone.reached_on) == ("missed", None)


def test_its_day_is_moved_never_edited(site):
    assert "due_on" not in MilestoneForm(instance=site.milestone(), by=site.lena).fields


def test_it_is_theirs_only_for_somebody_of_theirs(site, cast):
    said = {"project": site.project.pk, "title": "给测试账号", "due_on": "2026-05-03"}
    assert MilestoneForm(said | {"contact": cast.clara.pk}, by=site.lena).is_valid()
    assert "contact" in MilestoneForm(said | {"contact": cast.emil.pk}, by=cast.ada).errors


def test_what_is_owed_comes_from_projects_that_run(site, cast):
    site.milestone(due=-2)
    site.milestone("给测试账号", due=3, contact=cast.clara)
    task = site.task("画草图", due=1)
    reader = Reader(site.lena)
    assert not _kinds(owed(reader, Scope(client=cast.qingchuan)))
    site.run()
    task.wait(by=site.lena, contact=cast.clara, what="院徽的矢量图")
    found = owed(reader, Scope(people=[site.lena.pk]))
    assert _kinds(found) == [
        ("milestones", "第一版上线", "us", ""),
        ("tasks", "院徽的矢量图", "them", "陈总"),
        ("milestones", "给测试账号", "them", "陈总"),
    ]
    assert not _kinds(owed(Reader(cast.ida), Scope()))


def _kinds(found):
    return [(one.kind, one.title, one.side, one.other) for one in found if one.kind in ("milestones", "tasks")]


def test_only_open_ones_after_their_day_are_late(site):
    milestone = site.milestone(due=-1)
    assert milestone.is_late
    milestone.reach(by=site.lena)
    assert not Milestone.objects.get(pk=milestone.pk).is_late
    assert milestone.reached_on == timezone.localdate()
