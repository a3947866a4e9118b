"""A review tells what came of an iteration, moves on what is left, and is accepted by the client."""

from datetime import timedelta

import pytest

from zhike.agreements.choices import State as Stands
from zhike.agreements.models import Decision
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.projects.iterations.backlog import backlog_of
from zhike.domains.projects.iterations.choices import Unfinished
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.iterations.tests.conftest import plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(site, iteration, cast):
    """Two of three are taken; one is finished."""
    for task in (site.first, site.second):
        iteration.take(by=cast.lena, task=task)
    iteration.begin(by=cast.lena)
    site.first.finish(by=cast.lena)
    return iteration


def fates(iteration):
    return [(one.task.title, one.fate) for one in iteration.taken.all()]


def test_what_is_left_goes_into_the_next_that_is_planned(site, running, cast):
    following = plan(site, "第二轮", 14)
    running.look_back(by=cast.lena, outcome="挂号能用了", attended=cast.clara)
    assert fates(running) == [("挂号页", "done"), ("问诊页", "next")]
    assert fates(following) == [("问诊页", "")]
    assert (running.state, running.attended, running.reviewed_on) == ("reviewed", cast.clara, site.today)


def test_where_none_is_planned_the_next_is_made_as_long_as_this(site, running, cast):
    running.amend(by=cast.lena, hours=40)
    running.look_back(by=cast.lena, outcome="挂号能用了")
    following = Iteration.objects.get(number=2)
    assert (following.starts_on, following.hours) == (running.ends_on + timedelta(days=1), 40)
    assert following.ends_on - following.starts_on == running.ends_on - running.starts_on
    assert fates(following) == [("问诊页", "")]


def test_or_it_goes_back_into_the_backlog(site, running, cast):
    running.look_back(by=cast.lena, outcome="挂号能用了", unfinished=Unfinished.BACK)
    assert list(backlog_of(site.project)) == [site.second, site.third]
    assert Iteration.objects.count() == 1


def test_what_moved_meanwhile_is_told_with_it(site, iteration, cast):
    early, late = site.milestone("设计定稿"), site.milestone("上线")
    hidden = site.milestone("内部检查", client_sees=False)
    early.move(by=cast.lena, due_on=site.today + timedelta(days=12), reason="之前的事")
    iteration.take(by=cast.lena, task=site.first)
    iteration.begin(by=cast.lena)
    iteration.take(by=cast.lena, task=site.third)
    for one in (late, hidden):
        one.move(by=cast.lena, due_on=site.today + timedelta(days=20), reason="客户先要挂号页")
    site.third.drop(by=cast.lena, reason="不要了")
    iteration.look_back(by=cast.lena, outcome="改了顺序")
    assert [one["title"] for one in iteration.review["moves"]] == ["上线"]
    assert (iteration.review["later"], iteration.review["dropped"]) == (["缴费页"], ["缴费页"])


def test_the_client_accepts_it_as_a_decision_in_the_ledger(site, running, cast):
    running.look_back(by=cast.lena, outcome="挂号能用了")
    running.propose(by=cast.lena, contact=cast.clara)
    entry = Decision.objects.get(pk=running.entry_id)
    assert "挂号能用了" in entry.text and "挂号页" in entry.text and "问诊页" in entry.text
    assert (running.stands_as, entry.contact) == ("asked", cast.clara)
    running.note_confirmed(by=cast.lena, contact=cast.clara, how="meeting")
    assert Decision.objects.get(pk=running.entry_id).state == Stands.CONFIRMED
    assert running.stands_as == "confirmed"
    with pytest.raises(WrongState):
        running.propose(by=cast.lena, contact=cast.clara)


def test_a_reader_reviews_nothing_and_nobody_what_does_not_run(site, running, iteration, cast):
    with pytest.raises(Forbidden):
        running.look_back(by=cast.rita, outcome="x")
    with pytest.raises(WrongState):
        plan(site, "第二轮", 14).look_back(by=cast.lena, outcome="x")
