"""Improvements: why, from proposed to done, and whether they helped."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.models import Promise
from zhike.clients.segments.models import Segment
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.owed import Scope, owed
from zhike.core.record.handing_over import open_things
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.workflows import log
from zhike.insight.journeys.comparing import compared
from zhike.insight.journeys.forms import ImprovementForm
from zhike.insight.journeys.models import Improvement
from zhike.insight.journeys.shown import cards


def proposed(way, cast, **said):
    said = {"touchpoint": way.brief, "text": "Send minutes the same day", "owner": cast.omar, "ground": "figure"} | said
    return Improvement.objects.add(by=cast.lena, **said)


def settle(cast, kept, broken=0):
    said = {"by": cast.lena, "client": cast.qingchuan, "text": "A draft", "owner": cast.lena}
    for _n in range(kept):
        Promise.objects.add(**said).keep(by=cast.lena)
    for _n in range(broken):
        Promise.objects.add(**said).breach(by=cast.lena, reason="Ill")


def told(improvement, user):
    improvement.refresh_from_db()
    return compared(improvement, Reader(user))


def test_feedback_names_the_record_in_which_it_stands(way, cast, client):
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="谁记一下？", contacts=[cast.clara])
    said = {
        "touchpoint": way.brief.pk,
        "text": "Minutes",
        "ground": "feedback",
        "source_text": f"{talk.reference}, 陈总",
    }
    form = ImprovementForm(said, by=cast.lena)
    assert form.is_valid(), form.errors
    made = form.save(by=cast.lena)
    assert (made.source_type, made.source_id, made.owner) == ("conversations.conversation", talk.pk, cast.lena)
    client.force_login(cast.lena)
    assert f"/conversations/{talk.reference}/" in client.get(f"/improvements/{made.reference}/").content.decode()
    page = client.get(f"/conversations/{talk.reference}/").content.decode()
    assert f"/improvements/{made.reference}/" in page and f"/improvements/new/?source_text={talk.reference}" in page


@pytest.mark.parametrize(
    "said, wrong",
    [
        ({"ground": "feedback"}, ["source_text"]),
        ({"ground": "trend"}, ["link"]),
        ({"ground": "trend", "link": "nonsense"}, ["link"]),
        ({"ground": "trend", "link": "https://trends.example"}, []),
        ({"ground": "figure"}, []),
    ],
)
def test_feedback_and_trends_say_where_they_stand(way, cast, said, wrong):
    form = ImprovementForm({"touchpoint": way.brief.pk, "text": "Minutes"} | said, by=cast.lena)
    assert list(form.errors) == wrong


def test_before_is_kept_when_it_begins_and_now_stands_beside_it_when_it_is_done(way, cast, client):
    settle(cast, kept=10, broken=10)
    made = proposed(way, cast)
    assert told(made, cast.lena) is None
    made.start(by=cast.lena)
    settle(cast, kept=20)
    made.finish(by=cast.omar, outcome="A template")
    one = told(made, cast.lena)
    assert (one.before, one.now, one.was.of, one.stands.of) == ("50 %", "75 %", 20, 40)
    assert (one.better, one.is_small, one.seen_by, one.was.on) == (True, False, "", timezone.localdate())
    client.force_login(cast.lena)
    page = client.get(f"/improvements/{made.reference}/").content.decode()
    assert "50 %" in page and "75 %" in page and "better" in page and "A template" in page


def test_it_says_when_there_is_too_little_and_by_whose_eyes(way, cast, client):
    settle(cast, kept=4)
    made = proposed(way, cast)
    made.start(by=cast.omar)
    settle(cast, kept=0, broken=1)
    made.finish(by=cast.omar)
    one = told(made, cast.lena)
    assert (one.before, one.now, one.better, one.is_small, one.seen_by) == ("100 %", "80 %", False, True, "Omar")
    client.force_login(cast.lena)
    page = client.get(f"/improvements/{made.reference}/").content.decode()
    assert "Fewer than 20 records" in page and "Before counts what Omar saw" in page


def test_who_sees_none_of_the_clients_is_told_nothing_of_now(way, cast):
    settle(cast, kept=4)
    made = proposed(way, cast)
    made.start(by=cast.lena)
    made.finish(by=cast.lena)
    one = told(made, cast.ida)
    assert (one.now, one.better) == ("", None)


def test_what_is_noted_by_hand_counts_once_it_was_noted_again(way, cast):
    way.kick_off.note(by=cast.omar, value=Decimal(6))
    made = proposed(way, cast, touchpoint=way.kick_off)
    made.start(by=cast.lena)
    made.finish(by=cast.lena)
    assert (told(made, cast.lena).before, told(made, cast.lena).now, told(made, cast.lena).by_hand) == ("6", "", True)
    made.touchpoint.note(by=cast.omar, value=Decimal("8.5"))
    one = told(Improvement.objects.get(pk=made.pk), cast.lena)
    assert (one.now, one.better, one.seen_by) == ("8.5", True, "")


def test_another_measure_is_not_compared(way, cast):
    settle(cast, kept=4)
    made = proposed(way, cast)
    made.start(by=cast.lena)
    way.brief.amend(by=cast.lena, measure="planned")
    one = told(Improvement.objects.get(pk=made.pk), cast.lena)
    assert (one.before, one.now, one.differs, one.better) == ("100 %", "", True, None)


def test_less_is_better_where_the_target_says_at_most(way, cast):
    way.kick_off.amend(by=cast.lena, better="at_most")
    way.kick_off.note(by=cast.omar, value=Decimal(6))
    made = proposed(way, cast, touchpoint=way.kick_off)
    made.start(by=cast.lena)
    made.touchpoint.note(by=cast.omar, value=Decimal(4))
    assert told(Improvement.objects.get(pk=made.pk), cast.lena).better is True


def test_it_goes_from_proposed_to_done_or_is_dropped_with_a_reason(way, cast):
    made = proposed(way, cast)
    for verb, more in (("start", {}), ("drop", {"reason": "No"})):
        with pytest.raises(Forbidden):
            getattr(made, verb)(by=cast.rita, **more)
    with pytest.raises(WrongState):
        made.finish(by=cast.lena)
    made.start(by=cast.lena)
    with pytest.raises(Forbidden):
        made.finish(by=cast.rita)
    made.drop(by=cast.lena, reason="Too dear")
    assert (made.state, made.reason) == ("dropped", "Too dear")
    with pytest.raises(Forbidden):
        made.take_up(by=cast.rita)
    made.take_up(by=cast.lena)
    assert (made.state, made.reason, made.started_on, made.before) == ("proposed", "", None, None)
    with pytest.raises(WrongState):
        made.take_up(by=cast.lena)


def test_it_is_owed_by_its_owner_until_it_is_done(way, cast):
    made = proposed(way, cast, due_on=timezone.localdate() + timedelta(days=3))

    def due(**scope):
        return [one.reference for one in owed(Reader(cast.omar), Scope(**scope)) if one.kind == "improvements"]

    assert due(people=[cast.omar.pk]) == [made.reference]
    assert due(people=[cast.lena.pk]) == due(client=cast.qingchuan) == []
    assert ("improvements", 1) in {(kind.name, n) for kind, n in open_things(cast.omar)}
    made.start(by=cast.omar)
    made.finish(by=cast.omar)
    assert due(people=[cast.omar.pk]) == []


def test_open_ones_stand_on_the_map(way, cast):
    made, over = proposed(way, cast), proposed(way, cast, text="Old")
    over.drop(by=cast.lena, reason="No")
    (card,) = cards(way.journey, [way.brief], Reader(cast.lena))
    assert card.improvements == [made]
    way.brief.archive(by=cast.lena)
    assert not Improvement.objects.open().exists()


def test_what_is_at_a_hidden_journey_is_hidden(way, cast):
    own = Segment.objects.add(by=cast.ada, name="To be sold", owner=cast.ada, visibility="own")
    made = proposed(way, cast)
    way.journey.amend(by=cast.ada, segment=own)
    assert made not in Improvement.objects.visible_to(cast.lena)
    assert made in Improvement.objects.visible_to(cast.ada)
