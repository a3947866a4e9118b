"""A letter leaves once, with both its twins; what goes wrong is seen."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from zhike.core.files.models import Attachment
from zhike.core.mail import sending
from zhike.core.mail.models import Letter, State
from zhike.core.mail.sending import CLAIM, DELAYS, send_all
from zhike.core.mail.tests.postoffice import PostOffice, free_port
from zhike.core.mail.troubles import Trouble
from zhike.core.mail.writing import write
from zhike.core.timeline.delivery import deliver_all


def letter_to(cast: Cast, to: Any = "clara@qingchuan.example", **more: Any) -> Letter:
    return write(by=cast.lena, to=to, about=cast.qingchuan, subject="第二版原型", text="陈总，**附件**请查收。", **more)


def as_it_stands(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def later(letter: Letter) -> None:
    """Time passes until its next try."""
    Letter.objects.filter(pk=letter.pk).update(not_before=timezone.now(), claimed_until=None)


def test_it_arrives_with_text_and_twin_and_files(office: PostOffice, cast: Cast) -> None:
    file = Attachment.objects.attach(ContentFile(b"Front and side", "正面.txt"), to=cast.qingchuan, by=cast.lena)
    letter = letter_to(cast, attachments=[file], reply_to=cast.lena.email)
    assert send_all() == 1
    (taken,) = office.taken
    assert (taken["Subject"], taken["Reply-To"]) == ("第二版原型", "lena@zhike.example")
    assert taken["From"].addresses[0].display_name.startswith("Lena 林娜 · ")
    assert taken["Message-ID"] == letter.message_id
    assert "陈总" in taken.get_body(("plain",)).get_content()
    assert "<strong>附件</strong>" in taken.get_body(("html",)).get_content()
    assert [part.get_filename() for part in taken.iter_attachments()] == ["正面.txt"]
    sent = as_it_stands(letter)
    assert (sent.state, sent.tries, bool(sent.sent_at)) == (State.SENT, 1, True)


def test_many_share_one_connection_and_each_goes_once(office: PostOffice, cast: Cast) -> None:
    for n in range(7):
        letter_to(cast, f"c{n}@qingchuan.example")
    assert (send_all(), send_all()) == (7, 0)
    assert (len(office.taken), office.connections) == (7, 1)


def test_it_is_sent_by_one_job_after_the_commit(office: PostOffice, cast: Cast) -> None:
    letter_to(cast), letter_to(cast)
    assert not ProcrastinateJob.objects.filter(task_name="mail.send").exists()
    deliver_all()
    assert ProcrastinateJob.objects.filter(task_name="mail.send").count() == 1


def test_what_is_taken_back_by_its_transaction_never_leaves(office: PostOffice, cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        letter_to(cast)
        _ = 1 / 0
    assert (send_all(), office.taken) == (0, [])


def test_an_address_refused_for_good_fails_at_once_and_stands_on_the_timeline(office: PostOffice, cast: Cast) -> None:
    letter, other = letter_to(cast, "gone@qingchuan.example"), letter_to(cast)
    send_all()
    failed = as_it_stands(letter)
    assert (failed.state, failed.trouble) == (State.FAILED, Trouble.RECIPIENT)
    assert "No such mailbox" in failed.answer
    assert failed.timeline_client_id == cast.qingchuan.pk
    assert as_it_stands(other).state == State.SENT


def test_content_refused_for_good_fails(office: PostOffice, cast: Cast) -> None:
    letter = letter_to(cast, "spam@qingchuan.example")
    send_all()
    assert as_it_stands(letter).trouble == Trouble.CONTENT


def test_a_refusal_for_now_is_tried_again_later_each_time(office: PostOffice, cast: Cast) -> None:
    office.refusing = True
    letter = letter_to(cast)
    send_all()
    waiting = as_it_stands(letter)
    assert (waiting.state, waiting.tries, waiting.trouble) == (State.WAITING, 1, Trouble.BUSY)
    assert DELAYS[0] - timedelta(minutes=1) < waiting.not_before - timezone.now() <= DELAYS[0]
    assert send_all() == 0
    office.refusing = False
    later(letter)
    send_all()
    assert (as_it_stands(letter).state, len(office.taken)) == (State.SENT, 1)


def test_it_gives_up_in_the_end(office: PostOffice, cast: Cast) -> None:
    office.refusing = True
    letter = letter_to(cast)
    for _try in range(len(DELAYS) + 1):
        later(letter)
        send_all()
    given_up = as_it_stands(letter)
    assert (given_up.state, given_up.tries, given_up.trouble) == (State.FAILED, len(DELAYS) + 1, Trouble.BUSY)


def test_a_server_that_is_away_costs_nothing_but_time(use: Any, cast: Cast) -> None:
    from zhike.core.mail.server import Server

    use(Server("127.0.0.1", free_port(), "", "", "none", "desk@zhike.example"))
    letters = [letter_to(cast), letter_to(cast)]
    send_all()
    assert {(one.state, one.trouble) for one in map(as_it_stands, letters)} == {(State.WAITING, Trouble.REFUSED)}


def test_killed_between_claim_and_sending_it_goes_once(office: PostOffice, cast: Cast, monkeypatch: Any) -> None:
    letter = letter_to(cast)
    monkeypatch.setattr(sending, "_send", lambda _letters: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        send_all()
    monkeypatch.undo()
    from zhike.core.mail.server import server

    server.forget()
    assert send_all() == 0, "the claim still stands"
    Letter.objects.update(claimed_until=timezone.now() - CLAIM)
    assert (send_all(), len(office.taken), as_it_stands(letter).state) == (1, 1, State.SENT)


def test_killed_while_handing_over_it_is_not_sent_twice_by_itself(office: PostOffice, cast: Cast) -> None:
    letter = letter_to(cast)
    past = timezone.now() - CLAIM
    Letter.objects.update(claimed_until=past, handed_over_at=past)
    send_all()
    unclear = as_it_stands(letter)
    assert (unclear.state, unclear.trouble, office.taken) == (State.FAILED, Trouble.UNCLEAR, [])
    unclear.send_again(by=cast.lena)
    send_all()
    assert len(office.taken) == 1


def test_a_line_that_breaks_while_handing_over_is_unclear_and_the_rest_goes_on(office: PostOffice, cast: Cast) -> None:
    broken, other = letter_to(cast, "drop@qingchuan.example"), letter_to(cast)
    send_all()
    assert as_it_stands(broken).trouble == Trouble.UNCLEAR
    assert as_it_stands(other).state == State.SENT


def test_without_a_server_it_is_kept_and_says_so(cast: Cast) -> None:
    letter = letter_to(cast)
    send_all()
    assert as_it_stands(letter).state == State.KEPT


def test_a_letter_withdrawn_while_it_waited_stays(office: PostOffice, cast: Cast) -> None:
    letter = letter_to(cast)
    letter.cancel(by=cast.omar)
    assert (send_all(), office.taken) == (0, [])


def test_a_letter_of_a_secret_keeps_no_words_once_it_is_gone(office: PostOffice, cast: Cast) -> None:
    letter = letter_to(cast, secret=True)
    send_all()
    assert (as_it_stands(letter).text, as_it_stands(letter).html) == ("", "")
    assert "陈总" in office.taken[0].get_body(("plain",)).get_content()


def test_dots_at_the_beginning_of_lines_arrive(office: PostOffice, cast: Cast) -> None:
    write(by=cast.lena, to="a@b.example", about=cast.qingchuan, subject="Dots", text=".\n..\nend")
    send_all()
    assert office.taken[0].get_body(("plain",)).get_content().splitlines() == [".", "..", "end"]
