"""Logging what was said, and what follows from it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.clients.models import Client
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log


def ask(cast, **more):
    said = {"client": cast.qingchuan, "kind": "chat", "direction": "in", "text": "When?", "contacts": [cast.clara]}
    return log(by=cast.lena, **(said | {"state": "waiting"} | more))


def test_it_stands_on_the_clients_timeline_with_its_people(cast):
    said = log(by=cast.omar, client=cast.qingchuan, kind="call", text="Hello", contacts=[cast.clara])
    told = Event.objects.get(kind="conversation.called")
    assert (told.client, told.record_id, told.fact("people")) == (cast.qingchuan, said.pk, ["陈总"])
    assert said.author == cast.omar


def test_what_comes_from_the_client_is_told_as_theirs(cast):
    log(by=cast.omar, client=cast.qingchuan, kind="mail", direction="in", text="Hello")
    assert Event.objects.get(kind="conversation.wrote").fact("people") == ["晴川医疗"]


def test_it_refuses_a_reader_and_leaves_nothing(cast):
    with pytest.raises(Forbidden):
        log(by=cast.rita, client=cast.qingchuan, kind="call", text="Hello", follow_up_on=timezone.localdate())
    assert not Conversation.objects.exists()
    assert not Todo.objects.exists()


def test_our_answer_answers_what_waited(cast):
    question = ask(cast, happened_at=timezone.now() - timedelta(hours=2))
    log(by=cast.omar, client=cast.qingchuan, kind="call", direction="out", text="Friday", contacts=[cast.clara])
    question.refresh_from_db()
    assert question.state == "answered"


def test_an_answer_logged_later_counts_from_when_it_was_given(cast):
    question = ask(cast, happened_at=timezone.now() - timedelta(days=2))
    given = timezone.now() - timedelta(days=1)
    log(by=cast.omar, client=cast.qingchuan, kind="call", text="Friday", contacts=[cast.clara], happened_at=given)
    question.refresh_from_db()
    assert question.answered_at == given
    question.reopen(by=cast.lena)
    assert question.answered_at is None


def test_a_mail_put_with_a_client_that_one_does_not_see_is_not_told_of_in_its_exchange(cast, client):
    first = ask(cast, kind="mail", subject="Prices")
    moved = ask(cast, kind="mail", subject="Our secret", thread=first)
    hidden = Client.objects.add(by=cast.ada, name="Hidden", visibility="team", team=cast.ada.team)
    client.force_login(cast.lena)
    assert "Our secret" in client.get(f"/conversations/{first.reference}/").text
    Conversation.objects.filter(pk=moved.pk).update(client=hidden)
    assert not Client.objects.visible_to(cast.lena).filter(pk=hidden.pk).exists()
    assert "Our secret" not in client.get(f"/conversations/{first.reference}/").text


def test_a_note_answers_nobody(cast):
    question = ask(cast, happened_at=timezone.now() - timedelta(hours=2))
    log(by=cast.omar, client=cast.qingchuan, kind="note", direction="out", text="Think about it")
    question.refresh_from_db()
    assert question.state == "waiting"


def test_an_answer_to_someone_else_leaves_the_question_waiting(cast):
    from zhike.clients.models import Contact

    other = Contact.objects.add(by=cast.lena, name="老郑", client=cast.qingchuan)
    question = ask(cast, happened_at=timezone.now() - timedelta(hours=2))
    log(by=cast.omar, client=cast.qingchuan, kind="call", direction="out", text="Friday", contacts=[other])
    question.refresh_from_db()
    assert question.state == "waiting"


def test_a_follow_up_day_becomes_a_to_do_and_the_clients_next_follow_up(cast):
    day = timezone.localdate() + timedelta(days=3)
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="Hello", next_step="Send the draft", follow_up_on=day)
    todo = Todo.objects.get()
    assert (todo.title, todo.owner, todo.due_on, todo.client) == ("Send the draft", cast.lena, day, cast.qingchuan)
    deliver_all()
    cast.qingchuan.refresh_from_db()
    assert cast.qingchuan.next_follow_up == day


def test_the_clients_last_contact_is_its_latest_conversation_but_no_note(cast):
    earlier = timezone.now() - timedelta(days=2)
    log(by=cast.lena, client=cast.qingchuan, kind="mail", text="Hello", happened_at=earlier)
    log(by=cast.lena, client=cast.qingchuan, kind="note", text="Mind the tone")
    deliver_all()
    cast.qingchuan.refresh_from_db()
    assert (cast.qingchuan.last_contact_at, cast.qingchuan.last_channel) == (earlier, "mail")


def test_the_client_tells_of_it_at_once_before_any_worker_has_run(cast):
    day = timezone.localdate() + timedelta(days=3)
    made = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Hello", follow_up_on=day)
    cast.qingchuan.refresh_from_db()
    assert (cast.qingchuan.last_contact_at, cast.qingchuan.last_channel) == (made.happened_at, "call")
    assert cast.qingchuan.next_follow_up == day


def test_a_conversation_put_with_another_client_is_no_longer_a_contact_of_the_first(cast):
    made = log(by=cast.lena, client=cast.qingchuan, kind="call", text="Hello")
    made.amend(by=cast.lena, client=cast.tramlight)
    deliver_all()
    cast.qingchuan.refresh_from_db(), cast.tramlight.refresh_from_db()
    assert (cast.qingchuan.last_contact_at, cast.tramlight.last_contact_at) == (None, made.happened_at)


def test_taking_the_last_conversation_away_gives_the_one_before(cast):
    earlier = timezone.now() - timedelta(days=2)
    log(by=cast.lena, client=cast.qingchuan, kind="mail", text="Hello", happened_at=earlier)
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="Again").archive(by=cast.lena)
    deliver_all()
    cast.qingchuan.refresh_from_db()
    assert cast.qingchuan.last_contact_at == earlier


def test_what_lies_ahead_cannot_be_logged(cast):
    ahead = timezone.localtime() + timedelta(days=1)
    said = {"client": cast.qingchuan.pk, "text": "Hello", "happened_at": ahead.strftime("%Y-%m-%dT%H:%M")}
    assert "happened_at" in ConversationForm(said, by=cast.lena).errors


def test_only_the_clients_own_people_can_be_named(cast):
    said = {"client": cast.qingchuan.pk, "text": "Hello", "contacts": [cast.emil.pk]}
    assert "contacts" in ConversationForm(said, by=cast.lena).errors


def test_a_message_from_the_client_that_needs_an_answer_waits(cast):
    said = {"client": cast.qingchuan.pk, "text": "When?", "direction": "in", "needs_answer": "on", "kind": "mail"}
    form = ConversationForm(said, by=cast.lena)
    assert form.is_valid(), form.errors
    assert form.save(by=cast.lena).state == "waiting"
