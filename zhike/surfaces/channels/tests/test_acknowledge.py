"""Who writes to us is told at once that it has come; machines never are."""

from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.access.preferences import change_company
from zhike.core.mail.message import message_of
from zhike.core.mail.models import Letter
from zhike.core.mail.tests.reports import POSTFIX
from zhike.domains.conversations.models import Conversation
from zhike.surfaces.channels.automatic import Sort, sort_of
from zhike.surfaces.channels.received import read
from zhike.surfaces.channels.taking import take
from zhike.surfaces.channels.tests.mails import mail


@pytest.fixture
def acknowledging(cast: Cast, clara: Any) -> Any:
    """Clara writes; the company acknowledges."""
    change_company(by=cast.ada, acknowledges=True, reachable_en="Ring us.", reachable_zh="请来电。")
    return clara


def test_whoever_begins_an_exchange_is_told(acknowledging: Any, cast: Cast) -> None:
    came = mail("When does it open?", Subject="The opening")
    assert take(came.as_bytes())
    letter = Letter.objects.get()
    assert (letter.to, letter.record_id, letter.client) == (
        "clara@qingchuan.example", Conversation.objects.get().pk, cast.qingchuan,
    )  # fmt: skip
    sent = message_of(letter, "desk@zhike.example")
    assert sent["Auto-Submitted"] == "auto-replied" and sent["In-Reply-To"] == came["Message-ID"] == sent["References"]
    assert sent["Subject"] == "We have your message: The opening" and "Ring us." in letter.text
    assert Conversation.objects.get().state == "waiting"


def test_in_their_language_else_in_that_of_the_mail(acknowledging: Any, cast: Cast) -> None:
    acknowledging.amend(by=cast.lena, language="zh")
    take(mail("When?", Subject="When").as_bytes())
    acknowledging.amend(by=cast.lena, language="")
    take(mail("什么时候？", Subject="时间").as_bytes())
    letters = Letter.objects.order_by("pk")
    assert [one.language for one in letters] == ["zh-hans", "zh-hans"]
    assert all("请来电。" in one.text for one in letters)


def test_at_the_address_that_wrote(acknowledging: Any, cast: Cast) -> None:
    acknowledging.amend(by=cast.lena, emails=["first@qingchuan.example", "clara@qingchuan.example"])
    take(mail().as_bytes())
    assert Letter.objects.get().to == "clara@qingchuan.example"


def test_only_where_the_company_wants_it(clara: Any) -> None:
    take(mail().as_bytes())
    assert not Letter.objects.exists()


def test_once_for_an_exchange(acknowledging: Any) -> None:
    first = mail()
    assert take(first.as_bytes())
    assert take(first.as_bytes()) is None
    take(mail("And the price?", In_Reply_To=first["Message-ID"]).as_bytes())
    assert Conversation.objects.count() == 2 and Letter.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated"},
        {"Precedence": "bulk"},
        {"Precedence": "list"},
        {"List_Id": "<news.qingchuan.example>"},
        {"List_Unsubscribe": "<mailto:off@qingchuan.example>"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
        {"Subject": "自动回复：不在办公室"},
        {"sender": "MAILER-DAEMON@qingchuan.example"},
        {"sender": "no-reply@qingchuan.example"},
        {"sender": "stranger@nowhere.example"},
        {"sender": ""},
        {"Authentication_Results": "mx.zhike.example; dmarc=fail header.from=qingchuan.example"},
        {"Date": format_datetime(timezone.now() - timedelta(days=3))},
    ],
)
def test_no_machine_nor_stranger_is_answered(acknowledging: Any, headers: dict[str, str]) -> None:
    take(mail(**headers).as_bytes())
    assert not Letter.objects.exists()


def test_no_report_is_answered(acknowledging: Any) -> None:
    take(POSTFIX if isinstance(POSTFIX, bytes) else str(POSTFIX).encode())
    assert not Letter.objects.exists()


def test_two_programs_come_to_rest(acknowledging: Any) -> None:
    """One that says nothing of being a program, and begins a new exchange each time."""
    for n in range(6):
        take(mail(f"Ticket {n} was opened").as_bytes())
    assert Letter.objects.count() == 3


def test_what_we_send_is_known_as_automatic_by_others(acknowledging: Any) -> None:
    take(mail().as_bytes())
    sent = message_of(Letter.objects.get(), "desk@zhike.example")
    assert read(sent.as_bytes()).sort == Sort.AUTOMATIC
    assert sort_of({"auto-submitted": "auto-replied"}, "text/plain", "a@b.example", "") == Sort.AUTOMATIC


@pytest.mark.parametrize("subject", ["=?utf-8?b?YQ1iCmM=?=", "=?utf-8?q?=00=07bell?=", "x" * 900, ""])
def test_an_odd_subject_holds_up_nothing(acknowledging: Any, subject: str) -> None:
    raw = mail(Subject="").as_bytes()
    assert take(f"Subject: {subject}\n".encode() + raw)
    assert len(Letter.objects.get().subject) <= 200
