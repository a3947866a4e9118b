"""Hearing of things by mail: at once, in the daily mail, or not, as each person wishes."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.discussion.models import Watch
from zhike.core.discussion.workflows import comment
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.models import Letter
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write
from zhike.core.notify.digest import send_digests
from zhike.core.notify.mailing import mail_at_once
from zhike.core.notify.models import Digest, Notification, Reason, Way
from zhike.core.notify.stopping_mail import link_to_stop
from zhike.core.notify.wishes import wish
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log

TUESDAY = datetime(2026, 11, 24, tzinfo=ZoneInfo("Asia/Shanghai"))


def mention(cast: Cast, person: User) -> None:
    comment(cast.qingchuan, by=cast.lena, text=f"@{person.name} look at this")
    deliver_all()


def way(person: User, reason: str, how: str) -> None:
    wish(person, by=person, ways={reason: how})


def test_what_is_wished_at_once_becomes_one_letter(cast: Cast) -> None:
    way(cast.omar, Reason.MENTIONED, Way.MAIL)
    mention(cast, cast.omar)
    assert (mail_at_once(), mail_at_once()) == (1, 0)
    (letter,) = Letter.objects.all()
    assert letter.to == cast.omar.email
    assert "mentioned you in a comment" in letter.subject
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"/notifications/{Notification.objects.get().pk}/" in letter.text
    assert "/notifications/wishes/" in letter.html


def test_it_is_in_the_readers_language(cast: Cast) -> None:
    cast.omar.prefer(by=cast.omar, language="zh-hans")
    way(cast.omar, Reason.MENTIONED, Way.MAIL)
    mention(cast, cast.omar)
    mail_at_once()
    assert "提到" in Letter.objects.get().subject


def test_what_was_read_meanwhile_or_is_out_of_sight_needs_no_letter(cast: Cast) -> None:
    for person in (cast.omar, cast.rita):
        way(person, Reason.MENTIONED, Way.MAIL)
        mention(cast, person)
    Notification.objects.of(cast.omar).update(read_at=timezone.now())
    cast.rita.amend(by=cast.ada, team=cast.ida.team)
    Watch.objects.filter(user=cast.rita).delete()
    mail_at_once()
    assert not Letter.objects.exists()


def test_not_at_all_is_not_at_all(cast: Cast) -> None:
    way(cast.omar, Reason.MENTIONED, Way.NOT)
    mention(cast, cast.omar)
    assert not Notification.objects.exists()


def test_nobody_chooses_for_others(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        wish(cast.omar, by=cast.ada, ways={})


def test_the_daily_mail_comes_once_with_what_is_due_who_waits_and_what_happened(cast: Cast) -> None:
    add_todo(cast.qingchuan, by=cast.omar, title="Send the drawings", owner=cast.lena, due_on=timezone.localdate())
    log(by=cast.lena, client=cast.qingchuan, kind="mail", direction="in", text="When do they come?", state="waiting")
    deliver_all()
    morning = next_working_morning()
    assert (send_digests(morning), send_digests(morning + timedelta(hours=1))) == (1, 0)
    (letter,) = Letter.objects.all()
    assert letter.to == cast.lena.email
    for words in ("Send the drawings", "When do they come?", "gave you the to-do"):
        assert words in letter.text
        assert words in letter.html
    assert Digest.objects.get(user=cast.lena).letter == letter


def test_none_is_sent_when_there_is_nothing_to_tell_and_none_later_that_day(cast: Cast) -> None:
    morning = next_working_morning()
    assert send_digests(morning) == 0
    add_todo(cast.qingchuan, by=cast.omar, title="Late news", owner=cast.lena, due_on=timezone.localdate())
    assert send_digests(morning + timedelta(hours=2)) == 0


@pytest.mark.parametrize(
    ("zone", "hour", "now", "comes"),
    [
        ("Asia/Shanghai", 8, TUESDAY.replace(hour=7, minute=50), False),
        ("Asia/Shanghai", 8, TUESDAY.replace(hour=8), True),
        ("Europe/Berlin", 8, TUESDAY.replace(hour=8), False),
        ("Europe/Berlin", 8, TUESDAY.replace(hour=15), True),
        ("America/Los_Angeles", 8, TUESDAY.replace(hour=8), True),  # Monday afternoon there
        ("Asia/Shanghai", 8, TUESDAY.replace(day=28, hour=9), False),  # a Saturday
        ("Asia/Shanghai", 8, TUESDAY.replace(month=10, day=1, hour=9), False),  # the National Day
        ("Asia/Shanghai", None, TUESDAY.replace(hour=9), False),
        ("", 8, TUESDAY.replace(hour=9), True),
    ],
)
def test_it_comes_at_the_hour_of_the_persons_zone_on_working_days(
    cast: Cast, zone: str, hour: int | None, now: datetime, comes: bool
) -> None:
    cast.lena.prefer(by=cast.lena, time_zone=zone)
    wish(cast.lena, by=cast.lena, ways={}, digest_at=hour)
    add_todo(cast.qingchuan, by=cast.omar, title="Do it", owner=cast.lena, due_on=TUESDAY.date() - timedelta(days=90))
    assert send_digests(now) == int(comes)


def test_what_the_daily_mail_told_it_does_not_tell_again(cast: Cast) -> None:
    mention(cast, cast.omar)
    morning = next_working_morning()
    assert send_digests(morning) == 1
    assert send_digests(next_working_morning(morning + timedelta(days=1))) == 0


def test_a_link_stops_this_kind_of_mail_without_signing_in(client: Browser, cast: Cast) -> None:
    way(cast.omar, Reason.MENTIONED, Way.MAIL)
    path = re.sub(r"^https?://[^/]+", "", link_to_stop(cast.omar.pk, Reason.MENTIONED))
    assert "Stop these mails" in client.get(path).text
    assert "No more mail" in client.post(path).text
    mention(cast, cast.omar)
    assert (mail_at_once(), Notification.objects.get().way) == (0, Way.APP)


def test_a_made_up_link_stops_nothing(client: Browser, cast: Cast) -> None:
    assert client.post(f"/notifications/stop/{cast.omar.pk}:mentioned/").status_code == 404


def test_a_person_chooses_on_their_page(client: Browser, cast: Cast) -> None:
    client.force_login(cast.omar)
    said: dict[str, Any] = dict.fromkeys(Reason.values, Way.APP) | {"mentioned": Way.MAIL, "digest_at": ""}
    assert client.post("/notifications/wishes/", said).status_code == 302
    assert 'value="mail" selected' in client.get("/notifications/wishes/").text
    assert client.post("/notifications/wishes/", said | {"mentioned": "pigeon"}).status_code == 422


def test_who_wrote_a_letter_hears_that_it_did_not_arrive(cast: Cast) -> None:
    letter = write(by=cast.lena, to="a@b.example", about=cast.qingchuan, subject="Drawings", text="x")
    letter.fail(by=the_program(), trouble="recipient", answer="550")
    deliver_all()
    told = Notification.objects.get(user=cast.lena)
    assert (told.reason, told.event.kind) == (Reason.LETTER, "letter.failed")


def next_working_morning(after: datetime | None = None) -> datetime:
    """Nine o'clock here of the next working day; today's, where it is one."""
    from zhike.core.todos.working_days import next_working_day

    day = next_working_day((after or timezone.now()).date() - timedelta(days=1))
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
