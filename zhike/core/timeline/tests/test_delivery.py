"""From the stream to the reactions: each event once, whoever crashes."""

import pytest

from zhike.core.timeline import reactions
from zhike.core.timeline.delivery import deliver, deliver_all
from zhike.core.timeline.jobs import deliver_one
from zhike.core.timeline.models import Delivery, Event, Undelivered
from zhike.core.timeline.reactions import reaction


@pytest.fixture
def seen(monkeypatch):
    """A reaction to edits which notes what it saw, and fails when told to."""
    monkeypatch.setattr(reactions, "REACTIONS", {})
    monkeypatch.setattr("zhike.core.timeline.jobs.REACTIONS", reactions.REACTIONS)
    noted = []

    @reaction("record.edited")
    def note(events):
        if noted and noted[0] == "fail":
            noted.pop(0)
            Event.objects.exists()
            raise RuntimeError("out of order")
        noted.extend(event.pk for event in events)

    return noted


def edit(cast, times):
    return [cast.qingchuan.amend(by=cast.lena, about=str(n)).pk for n in range(times)]


def test_each_event_is_seen_once_in_order(cast, seen):
    told = edit(cast, 5)
    deliver_all()
    deliver_all()
    assert seen == told
    assert not Undelivered.objects.exists()


def test_it_goes_in_batches(cast, seen):
    Undelivered.objects.all().delete()
    told = edit(cast, 5)
    assert [deliver(limit=2), deliver(limit=2), deliver(limit=2), deliver(limit=2)] == [2, 2, 1, 0]
    assert seen == told


def test_a_failing_reaction_gets_a_delivery_for_each_event_and_holds_up_nobody(cast, seen):
    seen.append("fail")
    told = edit(cast, 2)
    deliver_all()
    assert seen == []
    assert not Undelivered.objects.exists()
    waiting = list(Delivery.objects.order_by("event_id"))
    assert [one.event_id for one in waiting] == told
    for one in waiting:
        deliver_one(one.event_id, one.reaction)
    assert seen == told
    assert not Delivery.objects.exists()


def test_a_delivery_that_fails_again_stays_with_its_reason(cast, seen):
    seen.append("fail")
    (told,) = edit(cast, 1)
    deliver_all()
    seen.append("fail")
    one = Delivery.objects.get()
    with pytest.raises(RuntimeError):
        deliver_one(told, one.reaction)
    one.refresh_from_db()
    assert (one.tries, one.failure) == (1, "RuntimeError('out of order')")


def test_what_reads_what_others_write_runs_behind_them(cast, monkeypatch):
    monkeypatch.setattr(reactions, "REACTIONS", {})
    ran = []

    @reaction("record.edited", last=True)
    def reads(batch):
        ran.append("reads")

    @reaction("record.edited")
    def writes(batch):
        ran.append("writes")

    cast.qingchuan.amend(by=cast.lena, city="杭州")
    deliver_all()
    assert ran == ["writes", "reads"]
