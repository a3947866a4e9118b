"""Invitations that go out and answers that come back."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar, Event, vCalAddress

from zhike.clients.models import Contact
from zhike.core.mail.message import message_of
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event as Told
from zhike.domains.conversations.models import Conversation
from zhike.domains.meetings.answers import take_reply
from zhike.domains.meetings.ics import uid_of
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.tests.test_meeting import TUESDAY, planned
from zhike.surfaces.channels.taking import take

CLARA = "chen@qingchuan.example"


@pytest.fixture
def invited(cast):
    cast.clara.amend(by=cast.lena, emails=[CLARA], language="zh")
    meeting = planned(cast, starts_at=TUESDAY)
    meeting.invite(by=cast.lena)
    return meeting


def calendar_of(letter):
    return next(iter(Calendar.from_ical(letter.calendar).walk("VEVENT")))


def reply(meeting, answer="ACCEPTED", sequence=None, who=CLARA, at=None):
    calendar, event = Calendar(), Event()
    calendar.add("method", "REPLY")
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.sequence if sequence is None else sequence)
    event.add("dtstamp", at or datetime.now(UTC))
    address = vCalAddress(f"mailto:{who}")
    address.params["PARTSTAT"] = answer
    event.add("attendee", address, encode=False)
    calendar.add_component(event)
    return calendar.to_ical()


def answer_of(meeting):
    return meeting.attendees.exclude(contact=None).get().answer


def test_an_invitation_is_a_request_in_their_language(invited):
    letter = Letter.objects.get()
    event = calendar_of(letter)
    assert letter.subject.startswith("会议邀请")
    assert (str(event["uid"]), event["sequence"]) == (uid_of(invited), 0)
    sent = message_of(letter, "desk@zhike.example")
    part = next(one for one in sent.walk() if one.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"


def test_moving_it_raises_the_sequence_and_asks_anew(cast, invited):
    take_reply(reply(invited), sender=CLARA)
    invited.move(by=cast.lena, starts_at=TUESDAY + timedelta(days=1))
    assert [calendar_of(one)["sequence"] for one in Letter.objects.order_by("pk")] == [0, 1]
    assert answer_of(invited) == ""


def test_cancelling_it_cancels_it_in_their_calendar(cast, invited):
    invited.cancel(by=cast.lena, reason="出差")
    letter = Letter.objects.last()
    assert "METHOD:CANCEL" in letter.calendar
    assert calendar_of(letter)["sequence"] == 1


def test_who_was_not_invited_hears_nothing_of_a_move(cast):
    cast.clara.amend(by=cast.lena, emails=[CLARA])
    planned(cast).move(by=cast.lena, starts_at=TUESDAY)
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("said", "kept"), [("ACCEPTED", "accepted"), ("DECLINED", "declined"), ("TENTATIVE", "tentative")]
)
def test_an_answer_is_noted(invited, said, kept):
    assert take_reply(reply(invited, said), sender=CLARA) == invited
    assert answer_of(invited) == kept


def test_an_answer_is_understood_in_any_case_and_folded_anywhere(cast, invited):
    cast.clara.amend(by=cast.lena, emails=["Chen@Qingchuan.example"])
    said = reply(invited).replace(b"PARTSTAT=ACCEPTED", b"partstat=acc\r\n epted").replace(b"METHOD", b"method")
    said = said.replace(invited.uid.encode(), invited.uid.upper().encode()).replace(b"mailto:", b"MAILTO:")
    assert take_reply(said, sender="Chen@Qingchuan.Example") == invited
    assert answer_of(invited) == "accepted"


def test_the_same_answer_again_tells_nothing(invited):
    take_reply(reply(invited), sender=CLARA)
    version = Meeting.objects.get().version
    take_reply(reply(invited), sender=CLARA)
    assert Meeting.objects.get().version == version


def test_an_answer_to_an_older_invitation_is_left_aside(cast, invited):
    invited.move(by=cast.lena, starts_at=TUESDAY + timedelta(days=1))
    take_reply(reply(invited, sequence=0), sender=CLARA)
    assert answer_of(invited) == ""


def test_an_older_answer_that_comes_late_is_left_aside(invited):
    take_reply(reply(invited, "DECLINED"), sender=CLARA)
    take_reply(reply(invited, at=datetime.now(UTC) - timedelta(hours=1)), sender=CLARA)
    assert answer_of(invited) == "declined"


def test_nobody_answers_for_another(invited):
    take_reply(reply(invited), sender="eve@example.com")
    take_reply(reply(invited, who="eve@example.com"), sender="eve@example.com")
    assert answer_of(invited) == ""


@pytest.mark.parametrize(
    "content", [b"", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"]
)
def test_what_is_no_answer_is_none(db, content):
    assert take_reply(content, sender=CLARA) is None


def test_an_answer_is_noted_by_hand(cast, invited):
    told = invited.note_answer(by=cast.omar, contact=cast.clara, answer="declined")
    assert answer_of(invited) == "declined"
    assert told.facts["who"] == cast.clara.called


def test_the_agenda_goes_round(cast, invited):
    invited.add_topic(by=cast.lena, title="样机", goal="何时到？")
    invited.send_agenda(by=cast.lena)
    assert "样机" in Letter.objects.last().text


def test_an_answer_that_comes_by_mail_is_noted_and_laid_aside(invited):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"陈岚 <{CLARA}>", "desk@zhike.example", "Accepted: 双周例会"
    mail["Message-ID"] = "<accepted@qingchuan.example>"
    mail.set_content("Clara has accepted.")
    mail.add_alternative(reply(invited).decode(), subtype="calendar", params={"method": "REPLY"})
    taken = take(mail.as_bytes())
    assert answer_of(invited) == "accepted"
    assert (taken.state, taken.client) == ("aside", invited.client)
    assert not Conversation.objects.exists()


def test_another_place_or_person_offers_to_send_the_invitation_again(cast, invited, client):
    client.force_login(cast.lena)
    where = f"/meetings/{invited.reference}/"
    assert "step/invite" not in client.get(where).text.partition('class="flow"')[2].partition("<section")[0]
    invited.amend(by=cast.lena, place="二楼会议室")
    page = client.get(where, headers={"accept-language": "en"}).text
    assert "Send the invitation again" in page
    client.post(f"{where}step/invite/")
    assert [calendar_of(one)["sequence"] for one in Letter.objects.order_by("pk")] == [0, 1]
    assert str(calendar_of(Letter.objects.last())["location"]).startswith("二楼会议室")
    assert "Send the invitation again" not in client.get(where, headers={"accept-language": "en"}).text
    invited.refresh_from_db()
    invited.amend(by=cast.lena, contacts=[])
    assert invited.is_told_otherwise


def test_what_nobody_was_told_is_no_news(cast, client):
    meeting = planned(cast, starts_at=TUESDAY)
    meeting.amend(by=cast.lena, place="二楼会议室")
    assert not meeting.is_told_otherwise


def test_a_move_is_told_by_itself(cast, invited):
    invited.move(by=cast.lena, starts_at=TUESDAY + timedelta(days=1))
    invited.refresh_from_db()
    assert not invited.is_told_otherwise


class TestAfterAnEdit:
    @pytest.fixture
    def invited(self, cast):
        cast.clara.amend(by=cast.lena, emails=[CLARA], language="zh")
        meeting = planned(cast, starts_at=datetime.now(UTC) + timedelta(days=7))
        meeting.invite(by=cast.lena)
        return meeting

    @pytest.fixture
    def both(self, cast, invited):
        """Invited a second time, with another of theirs, whose answer is there."""
        other = Contact.objects.add(by=cast.lena, name="李雷", client=cast.qingchuan, emails=["li@qingchuan.example"])
        invited.amend(by=cast.lena, contacts=[cast.clara, other])
        deliver_all()
        invited.refresh_from_db()
        invited.note_answer(by=cast.lena, contact=other, answer="accepted")
        return invited, other

    def letters(self):
        return [(one.to, calendar_of(one)["sequence"]) for one in Letter.objects.order_by("pk")]

    def test_another_place_is_sent_by_itself_with_a_higher_sequence(self, cast, invited):
        invited.amend(by=cast.lena, place="二楼会议室")
        deliver_all()
        assert self.letters() == [(CLARA, 0), (CLARA, 1)]
        assert "二楼会议室" in calendar_of(Letter.objects.last())["location"]
        invited.refresh_from_db()
        assert not invited.is_told_otherwise
        deliver_all()
        assert len(self.letters()) == 2

    def test_who_is_taken_off_gets_a_cancellation_alone(self, cast, both):
        meeting, _other = both
        meeting.amend(by=cast.lena, contacts=[cast.clara])
        deliver_all()
        letter = Letter.objects.last()
        event = calendar_of(letter)
        assert (letter.to, "METHOD:CANCEL" in letter.calendar) == ("li@qingchuan.example", True)
        assert str(event["attendee"]) == "mailto:li@qingchuan.example" and "status" not in event
        assert str(event["uid"]) == uid_of(meeting) and event["sequence"] == 2
        assert "李雷" in letter.text
        assert [one for one in self.letters() if one[0] == CLARA] == [(CLARA, 0), (CLARA, 1)], "no news for others"
        meeting.refresh_from_db()
        assert not meeting.is_told_otherwise
        take_reply(reply(meeting, sequence=1), sender=CLARA)
        assert answer_of(meeting) == "accepted"

    def test_once_and_not_who_was_never_invited(self, cast, both):
        meeting, other = both
        meeting.amend(by=cast.lena, contacts=[cast.clara])
        deliver_all()
        number = Letter.objects.count()
        never = Contact.objects.add(by=cast.lena, name="韩梅", client=cast.qingchuan)
        meeting.refresh_from_db()
        meeting.amend(by=cast.lena, contacts=[cast.clara, never])
        meeting.amend(by=cast.lena, contacts=[cast.clara])
        deliver_all()
        assert Letter.objects.get(calendar__contains="METHOD:CANCEL").to == other.emails[0]
        assert Letter.objects.count() == number
        assert Told.objects.filter(kind="meeting.uninvited").count() == 1

    def test_the_last_one_taken_off_is_told_too(self, cast, invited):
        invited.amend(by=cast.lena, contacts=[])
        deliver_all()
        assert "METHOD:CANCEL" in Letter.objects.last().calendar and Letter.objects.count() == 2

    def test_nothing_goes_out_for_a_meeting_that_is_over_or_was_never_told(self, cast, invited):
        Meeting.objects.filter(pk=invited.pk).update(starts_at=datetime.now(UTC) - timedelta(days=1))
        invited.amend(by=cast.lena, place="二楼")
        planned(cast, starts_at=TUESDAY).amend(by=cast.lena, place="三楼")
        deliver_all()
        assert Letter.objects.count() == 1
