"""What a meeting promised beyond the scope: whoever leads is told, and once they agree it is read back by itself."""

import re

import pytest

from zhike.agreements.models import Clause, Promise, Readback
from zhike.core.approval.models import Approval
from zhike.core.mail.models import Letter
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.models import Todo
from zhike.domains.meetings.models import Asked
from zhike.domains.meetings.reading_later import read_back_now
from zhike.domains.meetings.tests.test_meeting import planned
from zhike.domains.meetings.workflows import close_and_ask

BEYOND, WITHIN = "我们负责网站托管。", "我们写一份说明"


@pytest.fixture
def meeting(cast):
    """Held; one of its two promises is of what was agreed as not included."""
    Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="exclusion", text="不含网站托管", contact_agreed=cast.clara,
        how="paper",
    )  # fmt: skip
    made = planned(cast)
    made.hold(by=cast.lena)
    for text in (BEYOND, WITHIN):
        made.note(by=cast.lena, key=text, kind="promise", side="us", text=text)
    return made


def decide(cast, answer="approve", **said):
    deliver_all()
    getattr(Approval.objects.get(), answer)(by=cast.mona, **said)
    deliver_all()


def read_to_them():
    return [[one.text for one in made.lines()] for made in Readback.objects.order_by("pk")]


def test_whoever_may_decide_is_told(cast, meeting):
    close_and_ask(meeting, by=cast.lena, contacts=[cast.clara])
    deliver_all()
    assert Notification.objects.filter(user=cast.mona, event__kind="approval.asked", reason="decide").exists()
    assert read_to_them() == [[WITHIN]]


def test_approved_it_goes_out_by_mail_to_the_same_people(cast, meeting):
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"])
    close_and_ask(meeting, by=cast.lena, contacts=[cast.clara], send=True, anyway=True)
    assert Letter.objects.count() == 1
    decide(cast)
    assert read_to_them() == [[WITHIN], [BEYOND]]
    later = Readback.objects.latest("pk")
    assert (later.contact, later.created_by, Letter.objects.count()) == (cast.clara, cast.lena, 2)
    read_back_now({Promise.objects.get(text=BEYOND).pk})
    assert Readback.objects.count() == 2, "once"


def test_without_mail_whoever_asked_gets_a_to_do(cast, meeting):
    close_and_ask(meeting, by=cast.lena, contacts=[cast.clara])
    decide(cast)
    todo = Todo.objects.get(record_id=Promise.objects.get(text=BEYOND).pk)
    assert todo.owner == cast.lena and "陈总" in todo.title and BEYOND in todo.title
    read_back_now({todo.record_id})
    assert Todo.objects.filter(record_id=todo.record_id).count() == 1 and read_to_them() == [[WITHIN]]


def test_refused_or_asked_of_nobody_it_is_read_to_nobody(cast, meeting):
    close_and_ask(meeting, by=cast.lena, contacts=[cast.clara])
    decide(cast, "refuse", reason="不在范围内")
    assert read_to_them() == [[WITHIN]] and not Todo.objects.exists()
    assert Notification.objects.filter(user=cast.lena, event__kind="approval.refused").exists()


def test_nothing_is_kept_for_later_when_nothing_waits(cast):
    made = planned(cast)
    made.hold(by=cast.lena)
    made.note(by=cast.lena, key="k", kind="promise", side="us", text=WITHIN)
    close_and_ask(made, by=cast.lena, contacts=[cast.clara])
    assert not Asked.objects.exists()


def test_the_page_says_who_has_to_decide(cast, meeting, client):
    client.force_login(cast.lena)
    said = {"contacts": [cast.clara.pk]}
    page = client.post(f"/meetings/{meeting.reference}/close/", said, headers={"accept-language": "en"}).text
    assert re.search("waits for the approval of [^.]*Mona", page) and BEYOND in page
    assert "read back once it has it" in page and page.count("/l/") == 1
