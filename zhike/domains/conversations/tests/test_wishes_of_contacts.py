"""How somebody wishes to be reached is said before, kept to where it can be, and counted where it was not."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.wished import language_of, unwished
from zhike.domains.conversations.workflows import log

NIGHT = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)  # 22:10 in Shanghai
MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 10:00 in Shanghai


@pytest.fixture
def clara(cast: Cast) -> Any:
    cast.clara.amend(
        by=cast.lena, emails=["clara@qingchuan.example"], preferred_channel="wechat", reachable="09:00-18:00",
        language="zh", time_zone="Asia/Shanghai",
    )  # fmt: skip
    return cast.clara


@pytest.mark.parametrize(
    ("said", "against"),
    [
        ({"kind": "chat", "at": MORNING}, []),
        ({"kind": "call", "at": MORNING}, ["channel"]),
        ({"kind": "chat", "at": NIGHT}, ["hour"]),
        ({"kind": "call", "at": NIGHT}, ["channel", "hour"]),
        ({"kind": "mail", "at": NIGHT, "text": "The second prototype is attached."}, ["channel", "language"]),
        ({"kind": "mail", "at": NIGHT, "text": "第二版原型 prototype v2 已附上"}, ["channel"]),
        ({"kind": "call", "at": NIGHT, "direction": "in"}, []),
        ({"kind": "note", "at": NIGHT}, []),
    ],
)
def test_what_goes_against_a_wish(clara: Any, said: dict[str, Any], against: list[str]) -> None:
    told = {"direction": "out", "text": ""} | said
    assert [one["what"] for one in unwished([clara], **told)] == against


def test_who_said_nothing_is_reached_in_any_way(cast: Cast) -> None:
    assert unwished([cast.clara], kind="call", direction="out", text="", at=NIGHT) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("好的", "zh"), ("Fine, on Monday then, with all of them", "en"), ("OK", ""), ("", ""), ("您好 Clara Chen", "zh")],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_it_is_said_at_once_and_counted_on_the_contact(client: Browser, cast: Cast, clara: Any) -> None:
    client.force_login(cast.lena)
    said = {"client": cast.qingchuan.pk, "kind": "call", "direction": "out", "text": "样机", "contacts": [clara.pk]}
    page = client.post("/conversations/new/", said, follow=True).text
    assert "陈总 would rather be reached by: WeChat." in page
    shown = client.get(f"/contacts/{clara.reference}/").text
    assert "Reached other than wished" in shown
    assert "1 time in the last 90 days" in shown
    assert "样机" in client.get("/conversations/?unwished=channel").text
    assert "样机" not in client.get("/conversations/?unwished=language").text


def test_a_mail_that_waits_for_their_hours_goes_against_nothing(cast: Cast, clara: Any, monkeypatch: Any) -> None:
    clara.amend(by=cast.lena, preferred_channel="mail")
    mails = [
        log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="第二版已附上", contacts=[clara])
        for _time in range(2)
    ]
    monkeypatch.setattr("django.utils.timezone.now", lambda: NIGHT)
    for mail, anyway in zip(mails, (False, True), strict=True):
        mail.send(by=cast.lena, anyway=anyway)
    assert [one["what"] for one in Conversation.objects.get(pk=mails[1].pk).unwished] == ["hour"]
    assert Conversation.objects.get(pk=mails[0].pk).unwished == []


def test_it_is_said_before_sending(client: Browser, cast: Cast, clara: Any) -> None:
    mail = log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="已附上", contacts=[clara])
    client.force_login(cast.lena)
    assert "would rather be reached by: WeChat" in client.get(f"/conversations/{mail.reference}/step/send/").text
    assert "陈总 prefers: WeChat" in client.get(f"/clients/{cast.qingchuan.reference}/").text
