"""Where a mail belongs, and what a machine wrote."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.models import Contact
from zhike.core.files.models import Attachment
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.mail.inbox import answers_to, change_inbox
from zhike.core.mail.models import Letter
from zhike.core.mail.tests.reports import POSTFIX
from zhike.core.mail.writing import write
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log
from zhike.surfaces.channels import taking
from zhike.surfaces.channels.models import Incoming, State
from zhike.surfaces.channels.taking import take
from zhike.surfaces.channels.tests.mails import mail


def taken(*more: Any, **headers: str) -> Incoming:
    found = take(mail(*more, **headers).as_bytes())
    assert found
    return found


def test_a_known_person_begins_a_conversation(clara: Any, cast: Cast) -> None:
    found = taken("When does it open?")
    assert (found.state, found.client, found.contact) == (State.PLACED, cast.qingchuan, clara)
    assert (found.conversation.state, found.conversation.author) == ("waiting", cast.lena)


def test_the_same_mail_twice_is_one(clara: Any) -> None:
    raw = mail().as_bytes()
    assert take(raw)
    assert take(raw) is None
    assert Conversation.objects.count() == 1


def test_one_without_a_message_id_is_known_by_its_content(clara: Any) -> None:
    raw = mail(Message_ID="").as_bytes()
    assert take(raw)
    assert take(raw) is None


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"sender": "who@nowhere.example"}, "unknown"),
        ({"sender": "omar@zhike.example"}, "colleague"),
        ({"Authentication_Results": "mx.zhike.example; dmarc=fail header.from=qingchuan.example"}, "refuted"),
        ({"sender": ""}, "unknown"),
    ],
)
def test_what_nobody_can_place_waits(clara: Any, headers: dict[str, str], why: str) -> None:
    found = taken(**headers)
    assert (found.state, found.why, found.client) == (State.TO_PLACE, why, None)
    assert not Conversation.objects.exists()


def test_an_address_at_two_clients_waits(cast: Cast, clara: Any) -> None:
    Contact.objects.add(by=cast.ida, name="Clara too", client=cast.tramlight, emails=["clara@qingchuan.example"])
    assert taken().why == "several"


def test_an_answer_belongs_to_its_conversation_whoever_writes_it(cast: Cast, clara: Any) -> None:
    asked = log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="Hi", contacts=[clara])
    asked.send(by=cast.lena)
    letter = Letter.objects.get()
    first = taken("Me", sender="Somebody <new@qingchuan.example>", References=f"<x@y.example> {letter.message_id}")
    second = taken("Me too", In_Reply_To=first.message_id)
    assert [one.conversation.thread for one in (first, second)] == [asked, asked]
    assert list(first.conversation.contacts.all()) == []


def test_an_answer_is_known_by_a_marked_address_and_by_no_other(cast: Cast, clara: Any) -> None:
    change_inbox(by=cast.ada, host="127.0.0.1", address="desk@zhike.example", marks=True)
    asked = log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="Hi", contacts=[clara])
    other = log(by=cast.ida, client=cast.tramlight, kind="mail", direction="out", text="Hi")
    marked = answers_to(asked, otherwise="")
    assert taken(sender="new@q.example", To=marked).conversation.thread == asked
    forged = marked.replace(asked.reference.lower(), other.reference.lower())
    assert taken(sender="new@q.example", To=forged).why == "unknown"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied (vacation)"},
        {"Precedence": "bulk"},
        {"List_Id": "<news.qingchuan.example>"},
        {"Subject": "自动回复：我在休假"},
        {"Subject": "Automatic reply: away"},
        {"Return_Path": "<>"},
        {"sender": "no-reply@qingchuan.example"},
    ],
)
def test_what_a_machine_wrote_waits_for_nobody_and_is_not_answered(cast: Cast, clara: Any, headers: Any) -> None:
    asked = log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="out", text="Hi", contacts=[clara])
    asked.send(by=cast.lena)
    found = taken(In_Reply_To=Letter.objects.get().message_id, **headers)
    assert (found.state, found.conversation) == (State.ASIDE, asked)
    assert Conversation.objects.count() == Letter.objects.count() == 1


def test_a_report_marks_the_letter_that_came_back(cast: Cast) -> None:
    letter = write(by=cast.lena, to="clara@qingchuan.example", about=cast.qingchuan, subject="x", text="y")
    Letter.objects.update(state="sent")
    report = POSTFIX.format(action="failed", status="5.1.1", message_id=letter.message_id)
    found = take(report.encode())
    letter.refresh_from_db()
    assert found
    assert (found.sort, found.state, letter.state) == ("bounce", State.ASIDE, "bounced")


def test_our_own_mails_and_loops_are_left_out(cast: Cast, clara: Any, monkeypatch: Any) -> None:
    change_inbox(by=cast.ada, host="127.0.0.1", address="desk@zhike.example")
    assert take(mail(sender="desk@zhike.example").as_bytes()) is None
    monkeypatch.setattr(taking, "MOST_AN_HOUR", 2)
    assert [taken().state for _time in range(3)] == [State.PLACED, State.PLACED, State.ASIDE]


def test_files_hang_on_the_conversation_and_what_is_refused_is_said(clara: Any, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 2_000
    made = mail("See both")
    made.add_attachment(b"Front and side", maintype="text", subtype="plain", filename="图纸.txt")
    made.add_attachment(b"x" * 3_000, maintype="application", subtype="octet-stream", filename="large.bin")
    found = take(made.as_bytes())
    assert found
    assert [one.name for one in Attachment.objects.on(found.conversation)] == ["图纸.txt"]
    assert [one["name"] for one in found.left_out] == ["large.bin"]


def test_somebody_places_it_and_the_address_is_known_from_then_on(client: Browser, cast: Cast) -> None:
    made = mail("Hello", sender="陈岚 <lan@private.example>")
    made.add_attachment(b"One", maintype="text", subtype="plain", filename="one.txt")
    found = take(made.as_bytes())
    assert found
    client.force_login(cast.lena)
    assert "Hello" in client.get(f"/incoming/{found.reference}/").text
    assert "Mails to place" in client.get("/clients/").text
    client.post(f"/incoming/{found.reference}/step/place/", {"contact": cast.clara.pk, "remember": "on"})
    found.refresh_from_db()
    assert (found.state, found.client, found.conversation.text) == (State.PLACED, cast.qingchuan, "Hello")
    assert Attachment.objects.on(found.conversation).count() == 1
    assert Contact.objects.get(pk=cast.clara.pk).emails == ["lan@private.example"]
    assert taken("Again", sender="lan@private.example").contact == cast.clara
    with pytest.raises(WrongState):
        found.place(by=cast.lena, client=cast.qingchuan)


def test_it_is_discarded_and_brought_back_but_not_by_a_reader(client: Browser, cast: Cast) -> None:
    found = taken(sender="who@nowhere.example")
    with pytest.raises(Forbidden):
        found.archive(by=cast.rita)
    found.archive(by=cast.omar)
    assert not Incoming.objects.to_place().exists()
    found.restore(by=cast.omar)
    assert Incoming.objects.to_place().get() == found
    client.force_login(cast.rita)
    assert client.get(f"/incoming/{found.reference}/").status_code == 404


def test_a_stranger_sees_no_mail_of_the_client(client: Browser, cast: Cast, clara: Any) -> None:
    found = taken()
    client.force_login(cast.ida)
    assert client.get(f"/incoming/{found.reference}/").status_code == 404
    assert client.get(f"/incoming/{found.reference}/page/").status_code == 404


def test_its_page_runs_nothing_and_asks_nobody(client: Browser, cast: Cast, clara: Any) -> None:
    made = mail("x")
    made.add_alternative(
        '<p onclick="x()">Hello <b>there</b></p><script>x()</script><img src="https://spy.example/1.gif">', "html"
    )
    found = take(made.as_bytes())
    assert found
    client.force_login(cast.lena)
    answer = client.get(f"/incoming/{found.reference}/page/")
    assert "<b>there</b>" in answer.text
    for bad in ("onclick", "x()", "spy.example"):
        assert bad not in answer.text
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_the_answer_is_written_from_the_mail(client: Browser, cast: Cast, clara: Any) -> None:
    came = taken("When?").conversation
    client.force_login(cast.lena)
    form = client.get(f"/conversations/new/?answers={came.reference}").text
    assert "回复：原型" in form
    said = {"client": cast.qingchuan.pk, "kind": "mail", "direction": "out", "text": "Soon", "send": "on"}
    client.post("/conversations/new/", said | {"contacts": [clara.pk], "answers": came.reference})
    assert Conversation.objects.get(direction="out").thread == came
    assert Letter.objects.get().headers["In-Reply-To"] == came.message_id
    assert "In the same exchange" in client.get(f"/conversations/{came.reference}/").text


def test_bytes_of_any_kind_never_break_it(clara: Any) -> None:
    for raw in (b"", b"\0\0\0", b"Subject: \xff\xfe\r\n\r\n\xff", BytesIO(bytes(range(256))).read()):
        assert take(raw)
