"""A mail that is logged can be sent really: in the contact's language, at their hours, with its files."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.mail.models import Letter, State
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.sending import NobodyToMail, note_on
from zhike.domains.conversations.workflows import log

NOON = datetime(2026, 11, 24, 4, 10, tzinfo=UTC)  # 12:10 in Shanghai
NIGHT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)  # 22:10 in Shanghai


@pytest.fixture
def reachable(cast: Cast, monkeypatch: Any) -> Cast:
    cast.clara.amend(
        by=cast.lena, emails=["clara@qingchuan.example"], language="zh", reachable="09:00-18:00",
        time_zone="Asia/Shanghai", preferred_channel="wechat",
    )  # fmt: skip
    return cast


def said(cast: Cast, **more: Any) -> dict[str, Any]:
    words = {
        "client": cast.qingchuan.pk,
        "kind": "mail",
        "direction": "out",
        "text": "**第二版**已附上",
        "subject": "原型",
    }
    return words | {"contacts": [cast.clara.pk], "send": "on", "next": "/"} | more


def mailed(cast: Cast) -> Conversation:
    return log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="Hello", contacts=[cast.clara])


def test_the_composer_logs_and_sends_with_the_files(client: Browser, reachable: Cast, monkeypatch: Any) -> None:
    client.force_login(reachable.lena)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    file = SimpleUploadedFile("drawings.txt", b"Front and side")
    told = said(reachable, file=file, happened_at="2026-11-24T12:10")
    assert client.post("/conversations/new/", told).status_code == 302
    (letter,), conversation = Letter.objects.all(), Conversation.objects.get()
    assert (letter.to, letter.subject, letter.language) == ("clara@qingchuan.example", "原型", "zh-hans")
    assert (letter.record_type, letter.record_id) == ("conversations.conversation", conversation.pk)
    assert (letter.reply_to, letter.client) == (reachable.lena.email, reachable.qingchuan)
    assert [one.name for one in letter.attachments.all()] == ["drawings.txt"]
    assert "Waiting to be sent" in client.get(f"/clients/{reachable.qingchuan.reference}/").text
    assert "Waiting to be sent" in client.get(f"/conversations/{conversation.reference}/").text


def test_it_waits_for_their_hours(client: Browser, reachable: Cast, monkeypatch: Any) -> None:
    client.force_login(reachable.lena)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    opens = note_on(reachable.clara).opens
    assert opens
    assert opens.isoformat() == "2026-11-25T09:00:00+08:00"
    page = client.post("/conversations/new/", said(reachable, happened_at="2026-11-24T22:10"), follow=True).text
    letter = Letter.objects.get()
    assert (letter.state, letter.not_before) == (State.HELD, opens)
    assert "It goes out at 09:00" in page


def test_their_hour_is_told_by_their_own_clock(client: Browser, reachable: Cast, monkeypatch: Any) -> None:
    reachable.lena.prefer(by=reachable.lena, time_zone="Europe/London")
    client.force_login(reachable.lena)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    page = client.get(f"/clients/{reachable.qingchuan.reference}/").text
    assert "can be reached again at 09:00 their time" in page


def test_another_channel_warns_and_does_not_block(reachable: Cast) -> None:
    assert note_on(reachable.clara).prefers == "WeChat"
    mailed(reachable).send(by=reachable.omar, anyway=True)
    assert Letter.objects.get().state == State.WAITING


def test_nobody_with_an_address_is_refused_where_it_was_ticked(client: Browser, cast: Cast) -> None:
    client.force_login(cast.lena)
    answer = client.post("/conversations/new/", said(cast))
    assert answer.status_code == 422
    assert "None of the people has an e-mail address" in answer.text
    assert not Conversation.objects.exists()
    with pytest.raises(NobodyToMail):
        mailed(cast).send(by=cast.lena)


def test_the_tick_means_nothing_for_a_call(client: Browser, reachable: Cast) -> None:
    client.force_login(reachable.lena)
    client.post("/conversations/new/", said(reachable, kind="call"))
    assert Conversation.objects.exists()
    assert not Letter.objects.exists()


def test_it_is_sent_once(reachable: Cast) -> None:
    conversation = mailed(reachable)
    assert conversation.send(by=reachable.lena).kind == "conversation.sent"
    with pytest.raises(WrongState):
        conversation.send(by=reachable.lena)


def test_it_refuses_a_reader_and_what_is_no_mail(reachable: Cast) -> None:
    with pytest.raises(Forbidden):
        mailed(reachable).send(by=reachable.rita)
    call = log(by=reachable.lena, client=reachable.qingchuan, kind="call", text="x", contacts=[reachable.clara])
    with pytest.raises(WrongState):
        call.send(by=reachable.lena)
