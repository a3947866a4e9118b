"""Segments that are picked by hand."""

import pytest

from zhike.clients.segments.models import Segment
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event


@pytest.fixture
def segment(cast) -> Segment:
    return Segment.objects.add(by=cast.lena, name="References", owner=cast.lena)


def test_clients_are_put_in_and_taken_out(cast, segment):
    segment.pick(by=cast.lena, clients=[cast.qingchuan])
    stay = segment.memberships.get()
    assert (stay.client, stay.entered_why) == (cast.qingchuan, {"cause": "hand", "by": cast.lena.pk})
    segment.drop(by=cast.lena, clients=[cast.qingchuan, cast.tramlight])
    stay.refresh_from_db()
    assert stay.left_at and stay.left_why["cause"] == "hand"
    told = Event.objects.filter(client=cast.qingchuan, record_type="segments.segment").order_by("pk")
    assert [event.kind for event in told] == ["segment.entered", "segment.left"]


def test_who_is_in_it_already_stays(cast, segment):
    segment.pick(by=cast.lena, clients=[cast.qingchuan])
    event = segment.pick(by=cast.lena, clients=[cast.qingchuan, cast.tramlight])
    assert event.fact("count") == 1
    assert segment.memberships.present().count() == 2


def test_it_refuses_who_may_not(cast, segment):
    for person in (cast.omar, cast.rita):
        with pytest.raises(Forbidden):
            segment.pick(by=person, clients=[cast.qingchuan])
    segment.pick(by=cast.mona, clients=[cast.qingchuan])  # she leads


def test_it_refuses_where_a_rule_finds_the_members(cast):
    ruled = Segment.objects.add(by=cast.lena, name="Care", rule={"field": "industry", "is": "Care"}, owner=cast.lena)
    with pytest.raises(WrongState):
        ruled.pick(by=cast.lena, clients=[cast.qingchuan])


def test_giving_up_the_rule_keeps_the_members(cast):
    from zhike.clients.segments.tests.test_moves import settle

    cast.qingchuan.amend(by=cast.lena, industry="Care")
    segment = Segment.objects.add(by=cast.lena, name="Care", rule={"field": "industry", "is": "Care"}, owner=cast.lena)
    settle()
    segment.amend(by=cast.lena, rule=None)
    cast.qingchuan.amend(by=cast.lena, industry="")
    settle()
    assert segment.memberships.present().count() == 1
