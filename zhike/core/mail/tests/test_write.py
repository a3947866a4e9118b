"""Writing: to whom, in which language, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import Cast
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.errors import BrokenHeader, NoAddress, OddAddress
from zhike.core.mail.models import Letter, State
from zhike.core.mail.sending import release_held, send_all
from zhike.core.mail.tests.postoffice import PostOffice
from zhike.core.mail.writing import write

NAUGHTY = ("Hello\r\nBcc: all@victims.example", "Hello\nX-Odd: 1", "a\x00b", "a\x0bb", "a\u2028b", "a\x85b", "a\x1bb")


@pytest.mark.parametrize("subject", NAUGHTY)
def test_a_subject_cannot_smuggle_in_a_header(cast: Cast, subject: str) -> None:
    with pytest.raises(BrokenHeader):
        write(by=cast.lena, to="a@b.example", subject=subject, text="x")
    assert not Letter.objects.exists()


def test_neither_can_a_name_nor_a_header_of_ours(cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"])
    cast.clara.name = "Clara\r\nBcc: all@victims.example"
    with pytest.raises(BrokenHeader):
        write(by=cast.lena, to=cast.clara, subject="x", text="x")
    with pytest.raises(BrokenHeader):
        write(by=cast.lena, to="a@b.example", subject="x", text="x", headers={"X-Odd": "1\r\nBcc: a@b.example"})


def test_the_database_keeps_it_too(cast: Cast) -> None:
    letter = write(by=cast.lena, to="a@b.example", subject="x", text="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(subject="a\r\nBcc: b@c.example")


@pytest.mark.parametrize(
    "to", ["nobody", "a@b", "a b@c.example", "a@b.example\r\nRCPT TO:<c@d.example>", "<a@b.example>"]
)
def test_it_refuses_what_is_no_address(cast: Cast, to: str) -> None:
    with pytest.raises(OddAddress):
        write(by=cast.lena, to=to, subject="x", text="x")


def test_it_refuses_a_contact_without_one(cast: Cast) -> None:
    with pytest.raises(NoAddress, match="陈岚"):
        write(by=cast.lena, to=cast.clara, subject="x", text="x")


def test_it_refuses_a_reader(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        write(by=cast.rita, to="a@b.example", subject="x", text="x")


def test_a_contact_is_written_to_in_their_language(cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"], language="zh")
    letter = write(by=cast.lena, to=cast.clara, about=cast.qingchuan, subject="x", text="x")
    assert (letter.to, letter.to_name, letter.language) == ("clara@qingchuan.example", "陈岚", "zh-hans")


def test_what_is_held_goes_when_its_time_has_come(office: PostOffice, cast: Cast) -> None:
    letter = write(
        by=cast.lena, to="a@b.example", subject="x", text="x", hold_until=timezone.now() + timedelta(hours=9)
    )
    assert (letter.state, release_held(), send_all()) == (State.HELD, 0, 0)
    Letter.objects.update(not_before=timezone.now())
    assert (release_held(), send_all(), len(office.taken)) == (1, 1, 1)


def test_who_sees_the_client_sees_the_letter(cast: Cast) -> None:
    about = write(by=cast.lena, to="a@b.example", about=cast.qingchuan, subject="x", text="x")
    own = write(by=cast.omar, to="a@b.example", subject="x", text="x")

    def seen(person: Any) -> set[int]:
        return set(Letter.objects.visible_to(person).values_list("pk", flat=True))

    assert (seen(cast.ida), seen(cast.lena), seen(cast.omar)) == (set(), {about.pk}, {about.pk, own.pk})
    assert seen(cast.ada) == {about.pk, own.pk}


def test_one_that_bounced_is_sent_to_a_better_address(office: PostOffice, cast: Cast) -> None:
    letter = write(by=cast.lena, to="gone@b.example", about=cast.qingchuan, subject="x", text="x")
    send_all()
    letter.send_again(by=cast.omar, to="here@b.example")
    send_all()
    assert office.taken[0]["To"] == "here@b.example"


def test_it_can_be_put_right_until_it_has_left(office: PostOffice, cast: Cast) -> None:
    letter = write(by=cast.lena, to="a@b.example", about=cast.qingchuan, subject="x", text="old")
    letter.amend(by=cast.omar, text="new **words**")
    send_all()
    assert "<strong>words</strong>" in office.taken[0].get_body(("html",)).get_content()
    with pytest.raises(Forbidden):
        letter.amend(by=cast.omar, text="too late")
