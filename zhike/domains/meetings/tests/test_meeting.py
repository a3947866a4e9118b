"""Planning, moving, cancelling a meeting, and the rhythm of a series."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.series import make_next, next_slot, sweep
from zhike.domains.meetings.workflows import plan, warn_of_missing_agendas

TUESDAY = datetime(2026, 5, 12, 6, 0, tzinfo=UTC)  # 14:00 in Shanghai


def planned(cast, **more):
    said = {"title": "双周例会", "starts_at": timezone.now() + timedelta(days=3), "contacts": [cast.clara]}
    return plan(by=cast.lena, client=cast.qingchuan, lead=cast.lena, staff=[cast.lena], **(said | more))


def test_a_kick_off_begins_with_an_agenda(cast):
    meeting = planned(cast, kind="kick_off")
    assert meeting.topics.count() == 5
    assert meeting.topics.first().goal


def test_its_agenda_is_due_so_many_working_hours_before(cast):
    meeting = planned(cast, starts_at=TUESDAY, agenda_hours=8)
    assert meeting.agenda_due == TUESDAY - timedelta(days=1)


def test_whoever_reads_plans_none(cast):
    with pytest.raises(Forbidden):
        plan(by=cast.rita, client=cast.qingchuan, lead=cast.rita, title="x", starts_at=TUESDAY)


def test_moving_it_tells_when(cast):
    meeting = planned(cast)
    told = meeting.move(by=cast.omar, starts_at=TUESDAY)
    meeting.refresh_from_db()
    assert meeting.starts_at == TUESDAY
    assert told.facts["when"] == TUESDAY.isoformat()
    assert meeting.sequence == 0  # nobody was invited yet


def test_what_was_cancelled_is_not_held(cast):
    meeting = planned(cast)
    meeting.cancel(by=cast.lena, reason="出差")
    with pytest.raises(WrongState):
        meeting.hold(by=cast.lena)


def test_days_ahead_its_minutes_are_opened_only_on_saying_so(cast, client):
    meeting = planned(cast, starts_at=timezone.now() + timedelta(days=3))
    address, page = f"/meetings/{meeting.reference}/step/hold/", f"/meetings/{meeting.reference}/"
    client.force_login(cast.lena)
    assert f'data-dialog="{address}"' in client.get(page).text
    assert "neither moved nor cancelled" in client.get(address).text
    assert client.post(address).status_code == 422
    meeting.refresh_from_db()
    assert meeting.state == "planned"
    assert client.post(address, {"early": "on"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_on_its_day_its_minutes_are_opened_without_a_question(cast, client):
    meeting = planned(cast, starts_at=timezone.now())
    address, page = f"/meetings/{meeting.reference}/step/hold/", f"/meetings/{meeting.reference}/"
    client.force_login(cast.lena)
    assert f'data-dialog="{address}"' not in client.get(page).text
    assert f'action="{address}"' in client.get(page).text
    assert client.post(address).status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_a_stranger_does_not_find_it(cast):
    meeting = planned(cast)
    assert not Meeting.objects.visible_to(cast.ida).filter(pk=meeting.pk).exists()


def test_the_next_one_is_made_once_with_what_is_left_over(cast):
    meeting = planned(cast, every_weeks=2, starts_at=timezone.now() - timedelta(days=1))
    for title, parked in (("样机", False), ("域名", True), ("报价", False)):
        meeting.add_topic(by=cast.lena, title=title, parked=parked)
    meeting.hold(by=cast.lena)
    meeting.change_topic(by=cast.lena, topic=meeting.topics.get(title="报价"), what="done")
    meeting.note(by=cast.lena, text="停车场标识", kind="parked")
    meeting.close(by=cast.lena)
    following = Meeting.objects.get(former=meeting)
    assert following.starts_at == meeting.starts_at + timedelta(weeks=2)
    assert {one.title: one.parked for one in following.topics.all()} == {
        "样机": False,
        "域名": True,
        "停车场标识": True,
    }
    assert make_next(Meeting.objects.get(pk=meeting.pk), by=cast.lena) == following
    assert following.topics.count() == 3
    assert sweep(timezone.now()) == 0


def test_the_sweep_makes_the_next_of_one_that_is_over(cast):
    meeting = planned(cast, every_weeks=1, starts_at=timezone.now() - timedelta(hours=2))
    meeting.move(by=cast.lena, starts_at=timezone.now() - timedelta(hours=1))
    assert (sweep(timezone.now()), sweep(timezone.now())) == (1, 0)
    assert meeting.following.starts_at == meeting.slot + timedelta(weeks=1)  # by its slot, not by where it was moved


def test_an_ended_series_has_no_next_one(cast):
    meeting = planned(cast, every_weeks=1, starts_at=timezone.now() - timedelta(hours=2))
    meeting.end_series(by=cast.lena)
    assert sweep(timezone.now()) == 0


def test_a_missing_agenda_is_warned_of_once(cast):
    bare = planned(cast, starts_at=timezone.now() + timedelta(minutes=30))
    planned(cast, starts_at=timezone.now() + timedelta(minutes=30)).add_topic(by=cast.lena, title="样机")
    now = timezone.now()
    assert (warn_of_missing_agendas(now), warn_of_missing_agendas(now)) == (1, 0)
    told = Event.objects.get(kind="meeting.agenda_missing")
    assert (told.record_id, told.facts["people"][0]["id"]) == (bare.pk, cast.lena.pk)


def test_a_series_keeps_its_hour_by_the_wall_clock(cast):
    after = next_slot(TUESDAY, 2, TUESDAY + timedelta(days=40))
    assert (after - TUESDAY).days % 14 == 0
    assert after > TUESDAY + timedelta(days=40)
