"""A letter that came back is marked, and its writer told; nothing else is taken for a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Cast
from zhike.core.mail.bounces import read_bounce, take_bounce
from zhike.core.mail.models import Letter, State
from zhike.core.mail.server import the_program
from zhike.core.mail.tests import reports
from zhike.core.mail.writing import write
from zhike.core.notify.models import Notification, Reason
from zhike.core.timeline.delivery import deliver_all


@pytest.fixture
def sent(cast: Cast) -> Letter:
    letter = write(by=cast.lena, to="clara@qingchuan.example", about=cast.qingchuan, subject="The drawings", text="x")
    letter.arrive(by=the_program())
    return letter


def report(pattern: str, letter: Letter, action: str = "failed", status: str = "5.1.1") -> bytes:
    return pattern.format(message_id=letter.message_id, action=action, status=status).encode()


@pytest.mark.parametrize(("pattern", "words"), [(reports.POSTFIX, "User unknown"), (reports.EXCHANGE, "mailbox full")])
def test_it_is_marked_and_its_writer_told(sent: Letter, cast: Cast, pattern: str, words: str) -> None:
    assert take_bounce(report(pattern, sent)) == sent
    back = Letter.objects.get()
    assert back.state == State.BOUNCED
    assert back.answer.startswith("5.1.1 550")
    assert words in back.answer
    deliver_all()
    told = Notification.objects.get(user=cast.lena)
    assert (told.reason, told.event.kind, told.event.client) == (Reason.LETTER, "letter.bounced", cast.qingchuan)


def test_a_report_that_comes_twice_changes_nothing_more(sent: Letter) -> None:
    take_bounce(report(reports.POSTFIX, sent))
    version = Letter.objects.get().version
    assert take_bounce(report(reports.POSTFIX, sent)) == sent
    assert Letter.objects.get().version == version


def test_while_the_other_side_still_tries_it_counts_as_sent(sent: Letter) -> None:
    take_bounce(report(reports.POSTFIX, sent, "delayed", "4.4.1"))
    assert Letter.objects.get().state == State.SENT


def test_an_answer_is_no_report(sent: Letter) -> None:
    assert take_bounce(report(reports.ANSWER, sent)) is None
    assert Letter.objects.get().state == State.SENT


def test_a_report_about_somebody_elses_mail_is_none_of_ours(sent: Letter) -> None:
    raw = reports.POSTFIX.format(message_id="<guess@zhike.example>", action="failed", status="5.1.1").encode()
    assert take_bounce(raw) is None


@given(st.binary(max_size=400), st.integers(0, len(reports.POSTFIX)))
def test_it_breaks_at_no_rubbish(rubbish: bytes, at: int) -> None:
    whole = reports.POSTFIX.format(message_id="<a@b>", action="failed", status="5.1.1").encode()
    read_bounce(rubbish)
    read_bounce(whole[:at] + rubbish)
