"""While a client waits for an answer, a clock runs."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from zhike.clients.tiers.models import Tier
from zhike.core.access.preferences import change_company
from zhike.core.clock.models import Deadline
from zhike.core.clock.sweep import sweep
from zhike.core.history.feed import feed_of_client
from zhike.core.notify.models import Notification
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver
from zhike.core.timeline.sentences import say
from zhike.domains.conversations.answering import answer_time, keep_clocks
from zhike.domains.conversations.workflows import log


@pytest.fixture
def asked(lena, qingchuan, clara):
    """Clara wrote and wants an answer; the events are delivered."""
    message = {"kind": "mail", "direction": "in", "state": "waiting", "text": "When does it open?", "contacts": [clara]}
    said = log(by=lena, client=qingchuan, **message)
    deliver()
    return said


def test_it_runs_from_the_message_for_the_companys_working_hours(asked):
    clock = Deadline.objects.of(asked).get()
    assert (clock.started_at, clock.allowed) == (asked.happened_at, timedelta(hours=8))


def test_a_tier_may_promise_less(ada, qingchuan):
    change_company(answer_hours=12)
    assert answer_time(qingchuan) == timedelta(hours=12)
    qingchuan.tier = Tier.objects.add(by=ada, name="Key", mark="A", answer_hours=2)
    assert answer_time(qingchuan) == timedelta(hours=2)


def test_an_answer_meets_it(asked, lena, clara):
    log(by=lena, client=asked.client, kind="mail", direction="out", text="On Monday", contacts=[clara])
    deliver()
    assert Deadline.objects.of(asked).get().met_at is not None


def test_no_answer_needed_ends_it_and_asking_again_starts_another(asked, lena):
    asked.dismiss(by=lena)
    deliver()
    assert Deadline.objects.of(asked).get().cancelled_at is not None
    asked.reopen(by=lena)
    deliver()
    assert Deadline.objects.of(asked).open().count() == 1


def test_done_twice_nothing_happens_twice(asked):
    keep_clocks([asked.pk])
    assert Deadline.objects.of(asked).count() == 1


def test_the_owner_is_told_once_when_the_time_runs_out(asked, lena):
    for _time in range(2):
        sweep(timezone.now() + timedelta(days=30))
        deliver()
    told = Notification.objects.filter(user=lena, event__kind="deadline.passed")
    assert told.count() == 1
    with translation.override("zh-hans"):
        assert "首次答复" in say(told.get().event, Reader(lena))


def test_the_clock_fills_no_timeline(asked, lena):
    days = feed_of_client(asked.client, Reader(lena)).days
    assert "deadline.started" not in {one.event.kind for _day, those in days for one in those}


def test_the_queue_says_by_when(asked, client, lena):
    client.force_login(lena)
    assert "Answer due" in client.get("/waiting/").content.decode()
    Deadline.objects.update(started_at=timezone.now() - timedelta(days=9), due_at=timezone.now() - timedelta(hours=1))
    assert "Answer was due" in client.get("/waiting/").content.decode()
    assert "Answer was due" in client.get("/").content.decode()
