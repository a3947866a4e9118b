"""Before one talks to a client: one page of what was settled; what was opened again comes back, ever more rarely."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from zhike.agreements.models import Decision, Promise, Recollection
from zhike.agreements.models.recollection import INTERVALS, next_step
from zhike.agreements.remembering import once_reopened, recall_of, recollect
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.moment import at
from zhike.domains.conversations.workflows import log
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def settled(cast):
    """Clara decided on three entries, wanted to decide again, and stayed with it; Lena owes a draft, Clara a list."""
    said = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena}
    decision = Decision.objects.add(
        **said, side="them", question="首页放几个入口？", text="首页只留三个入口", contact_agreed=cast.clara, how="call"
    )
    today = timezone.localdate()
    Promise.objects.add(**said, text="第二版原型", due_on=today)
    Promise.objects.add(**said, side="them", text="科室名单", due_on=today)
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="谈得很好。", contacts=[cast.clara], mood="good")
    return decision


@pytest.fixture
def reopened(settled, cast):
    settled.reopen(by=cast.lena, reason="五个？")
    settled.confirm(by=cast.lena, contact=cast.clara, how="call")
    return settled


def days_on(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def test_one_page_says_what_was_settled_and_what_is_open(settled, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/before/").content.decode()
    for words in ("首页只留三个入口", "第二版原型", "科室名单", "Good mood"):
        assert words in page
    assert "Bring it up again" not in page, "it was never opened again"
    client.force_login(cast.ida)
    assert client.get(f"/clients/{cast.qingchuan.reference}/before/").status_code == 404


def test_what_was_opened_again_comes_back_the_next_day(reopened, cast):
    (due,) = once_reopened(cast.qingchuan)
    assert (due.decision, due.day) == (reopened, timezone.localdate() + timedelta(days=INTERVALS[0]))


def test_remembered_it_comes_back_later_forgotten_it_begins_anew(reopened, cast):
    said, day = [True, True, False, True], 1
    waits = []
    for remembered in said:
        with at(days_on(day - 30)):
            waits.append((recollect(reopened, by=cast.lena, remembered=remembered).again_on - _today(day - 30)).days)
        day += waits[-1]
    assert waits == [3, 7, 1, 3]
    assert (recall_of(cast.qingchuan).remembered, recall_of(cast.qingchuan).percent) == (3, 75)


def _today(days):
    return timezone.localdate() + timedelta(days=days)


def test_a_second_answer_of_the_same_day_changes_nothing(reopened, cast):
    recollect(reopened, by=cast.lena, remembered=True)
    recollect(reopened, by=cast.omar, remembered=False)
    assert Recollection.objects.get().remembered


def test_it_is_answered_on_the_page_by_who_may(reopened, cast, client):
    place = f"/clients/{cast.qingchuan.reference}/before/{reopened.reference}/"
    client.force_login(cast.ida)
    assert client.post(place, {"remembered": "yes"}).status_code == 404
    client.force_login(cast.lena)
    assert client.post(place, {"remembered": "no"}).status_code == 302
    assert not Recollection.objects.get().remembered
    with pytest.raises(Forbidden):
        recollect(reopened, by=cast.rita, remembered=True)


@given(st.lists(st.booleans(), max_size=12))
def test_the_intervals_grow_until_it_is_forgotten(answers):
    step = None
    for remembered in answers:
        was, step = step, next_step(step, remembered)
        assert INTERVALS[step] >= INTERVALS[was or 0] if remembered else step == 0


def test_who_decided_and_when_is_said_as_each_language_does(settled, cast, client):
    client.force_login(cast.lena)
    page = f"/clients/{cast.qingchuan.reference}/before/"
    assert f"{cast.clara.called}, <time" in client.get(page).text and ">today</time>" in client.get(page).text
    cast.lena.prefer(by=cast.lena, language="zh-hans")
    assert f"{cast.clara.called}，<time" in client.get(page).text


def test_programs_are_told_the_same(reopened, cast):
    place = f"clients/{cast.qingchuan.reference}/before"
    told = program_of(cast.lena).get(place).json()
    (decision,) = told["decided"]
    assert decision["decision"]["reference"] == reopened.reference and decision["by"]["name"] == cast.clara.name
    (due,) = told["bring_up"]
    assert due["decision"]["reference"] == reopened.reference and due["now"] is False, "only from tomorrow on"
    assert told["last_mood"]["mood"] == "good" and told["recall"] == {"asked": 0, "remembered": 0}
    recollect(reopened, by=cast.lena, remembered=True)
    assert program_of(cast.lena).get(place).json()["recall"] == {"asked": 1, "remembered": 1}
    assert program_of(cast.ida).get(place).status_code == 404
