"""Answers come in from a real mailbox, onto the conversation that they answer, once."""

from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.clock.models import Deadline
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.inbox import change_inbox, inbox
from zhike.core.mail.models import Inbox, Letter
from zhike.core.mail.sending import send_all
from zhike.core.mail.tests.postoffice import PostOffice, free_port
from zhike.core.mail.troubles import Trouble
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log
from zhike.surfaces.channels import reading
from zhike.surfaces.channels.imap import greet
from zhike.surfaces.channels.models import Incoming
from zhike.surfaces.channels.reading import read_inbox
from zhike.surfaces.channels.tests.conftest import set_up
from zhike.surfaces.channels.tests.mailhouse import PASSWORD, Mailbox
from zhike.surfaces.channels.tests.mails import mail

LONG_ID = f"<{'x' * 120}@prod.outlook.example>"


def written(cast: Cast, contact: Any, **more: Any) -> Conversation:
    said = {"kind": "mail", "direction": "out", "subject": "原型", "text": "第二版已附上", "contacts": [contact]}
    made = log(by=cast.lena, client=cast.qingchuan, **said | more)
    made.send(by=cast.lena)
    return made


def test_an_exchange_goes_to_and_fro(office: PostOffice, mailbox: Mailbox, cast: Cast, clara: Any) -> None:
    ours = written(cast, clara)
    send_all()
    (sent,) = office.taken
    assert sent["Reply-To"] == "desk@zhike.example"
    mailbox.put(mail("好的。\n\n> 第二版已附上", In_Reply_To=sent["Message-ID"], Message_ID=LONG_ID))
    assert (read_inbox(), read_inbox()) == (1, 0)
    came = Conversation.objects.get(direction="in")
    assert (came.thread, came.client, came.text, came.state) == (ours, cast.qingchuan, "好的。", "waiting")
    assert list(came.contacts.all()) == [clara]
    deliver_all()
    clock = Deadline.objects.of(came).get()
    assert (clock.started_at, clock.met_at) == (came.happened_at, None)
    assert Notification.objects.get(user=cast.lena, event__kind="conversation.arrived").reason == "wrote"

    again = written(cast, clara, thread=ours, subject="Re: 原型", text="明天见")
    send_all()
    last = office.taken[-1]
    assert last["In-Reply-To"] == LONG_ID
    assert last["References"].split() == [sent["Message-ID"], LONG_ID]
    deliver_all()
    clock.refresh_from_db()
    assert clock.met_at
    assert Conversation.objects.get(pk=came.pk).state == "answered"
    assert again.thread == ours


def test_what_lay_there_before_stays_there(mail_house: int, cast: Cast, clara: Any) -> None:
    box = Mailbox(mail_house)
    with box.line() as line:
        line.create_folder(box.folder)
    box.put(mail("Long ago"))
    set_up(box, by=cast.ada)
    assert read_inbox() == 0
    box.put(mail("Now"))
    assert read_inbox() == 1
    assert Conversation.objects.get().text == "Now"


def test_a_mailbox_that_numbers_anew_doubles_nothing(mailbox: Mailbox, clara: Any) -> None:
    for n in range(3):
        mailbox.put(mail(f"Mail {n}"))
    assert read_inbox() == 3
    mailbox.number_anew()
    mailbox.put(mail("One more"))
    assert read_inbox() == 1
    assert Conversation.objects.count() == 4


def test_a_crash_between_two_mails_loses_and_doubles_nothing(mailbox: Mailbox, clara: Any, monkeypatch: Any) -> None:
    for n in range(3):
        mailbox.put(mail(f"Mail {n}"))
    kept, calls = reading._read_up_to, []

    def dies_on_the_second(*told: int) -> None:
        calls.append(told)
        if len(calls) == 2:
            raise KeyboardInterrupt
        kept(*told)

    monkeypatch.setattr(reading, "_read_up_to", dies_on_the_second)
    with pytest.raises(KeyboardInterrupt):
        read_inbox()
    monkeypatch.undo()
    assert Conversation.objects.count() == 1
    assert read_inbox() == 2
    assert sorted(Conversation.objects.values_list("text", flat=True)) == ["Mail 0", "Mail 1", "Mail 2"]


def test_what_cannot_be_read_holds_up_nothing(mailbox: Mailbox, clara: Any, monkeypatch: Any) -> None:
    mailbox.put(mail("Sound"))
    mailbox.put(mail("Odd", Subject="Odd one"))
    mailbox.put(mail("Sound too"))
    kept = reading.take
    monkeypatch.setattr(reading, "take", lambda raw, **more: kept(raw, **more) if b"Odd" not in raw else 1 / 0)
    assert read_inbox() == 3
    assert Incoming.objects.get(why="unreadable").subject == "Odd one"
    assert Conversation.objects.count() == 2


def test_a_mail_that_is_too_large_waits_for_somebody(mailbox: Mailbox, clara: Any, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1_000
    mailbox.put(mail("x" * 4_000))
    assert read_inbox() == 1
    found = Incoming.objects.get()
    assert (found.why, found.sender, found.text) == ("large", "clara@qingchuan.example", "")


def test_it_says_in_plain_words_what_is_wrong(mailbox: Mailbox, cast: Cast) -> None:
    assert greet(inbox()).well  # type: ignore[arg-type]
    change_inbox(by=cast.ada, password="guess")
    assert read_inbox() == 0
    assert Inbox.objects.get().trouble == Trouble.PASSWORD
    change_inbox(by=cast.ada, password=PASSWORD, folder="Nowhere")
    read_inbox()
    assert Inbox.objects.get().trouble == Trouble.FOLDER
    change_inbox(by=cast.ada, port=free_port())
    read_inbox()
    assert Inbox.objects.get().trouble == Trouble.REFUSED


def test_it_is_set_up_and_tried_on_its_page(client: Browser, mailbox: Mailbox, cast: Cast) -> None:
    client.force_login(cast.ada)
    said = {"address": "desk@zhike.example", "host": "127.0.0.1", "port": mailbox.port, "security": "none"}
    said |= {"user": "desk@zhike.example", "password": PASSWORD, "folder": mailbox.folder}
    assert client.post("/settings/inbox/", said).status_code == 302
    assert "The mailbox opens" in client.post("/settings/inbox/test/").text
    assert PASSWORD not in client.get("/settings/inbox/").text
    assert PASSWORD not in str(list(Event.objects.values_list("facts", flat=True)))
    assert client.post("/settings/inbox/", said | {"address": ""}).status_code == 422


def test_administrators_alone(client: Browser, cast: Cast) -> None:
    client.force_login(cast.mona)
    assert client.get("/settings/inbox/").status_code == 403
    assert client.post("/settings/inbox/test/").status_code == 403
    with pytest.raises(Forbidden):
        change_inbox(by=cast.lena, host="evil.example")


def test_without_a_mailbox_answers_go_to_whoever_wrote(cast: Cast, clara: Any) -> None:
    written(cast, clara)
    assert Letter.objects.get().reply_to == cast.lena.email
