"""Journeys: the order of phases and touchpoints, where they stand, and who sees what."""

from decimal import Decimal
from functools import partial
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from tests.at_once import at_once
from zhike.agreements.models import Promise
from zhike.clients.models import Client
from zhike.clients.segments.models import Segment
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.listing import Listing
from zhike.core.record.handing_over import open_things
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES
from zhike.insight.journeys.document import as_document
from zhike.insight.journeys.errors import AtTheEdge
from zhike.insight.journeys.forms import JourneyForm, TouchpointForm
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint
from zhike.insight.journeys.shown import cards


def names(journey):
    return {phase: [one.name for one in those] for phase, those in journey.phases().items()}


def stands(touchpoint, user):
    (card,) = cards(touchpoint.journey, [touchpoint], Reader(user))
    return card.stands


def test_touchpoints_of_a_phase_stand_together_where_the_first_of_them_does(way):
    assert list(names(way.journey).items()) == [
        ("First talk", ["First call", "Brief"]),
        ("Kick-off", ["They know who does what"]),
    ]


def test_one_moves_past_its_neighbour_of_the_same_phase(way, cast):
    way.brief.move(by=cast.lena, way="earlier")
    assert names(way.journey)["First talk"] == ["Brief", "First call"]
    with pytest.raises(AtTheEdge):
        way.brief.move(by=cast.lena, way="earlier")
    with pytest.raises(WrongState):
        way.kick_off.move(by=cast.lena, way="earlier")
    with pytest.raises(Forbidden):
        way.brief.move(by=cast.rita, way="later")


@pytest.mark.django_db(transaction=True)
def test_what_two_move_in_the_same_moment_stands_as_if_one_had_come_after_the_other(cast):
    journey = Journey.objects.add(by=cast.lena, name="Ours", owner=cast.lena)
    said = {"by": cast.lena, "journey": journey, "owner": cast.lena, "phase": "One"}
    first, _second, third = (Touchpoint.objects.add(**said, name=name) for name in "abc")
    at_once(partial(first.move, by=cast.lena, way="later"), partial(third.move, by=cast.omar, way="earlier"))
    assert names(journey)["One"] in (["b", "c", "a"], ["c", "a", "b"])


def test_a_phase_moves_with_all_that_stands_in_it(way, cast):
    way.journey.move_phase(by=cast.lena, phase="Kick-off", way="earlier")
    assert list(names(way.journey)) == ["Kick-off", "First talk"]
    assert names(way.journey)["First talk"] == ["First call", "Brief"]
    with pytest.raises(AtTheEdge):
        way.journey.move_phase(by=cast.lena, phase="Kick-off", way="earlier")
    with pytest.raises(Forbidden):
        way.journey.move_phase(by=cast.rita, phase="Kick-off", way="later")


def test_what_comes_into_another_phase_stands_last_there(way, cast):
    way.call.amend(by=cast.lena, phase="Kick-off")
    assert list(names(way.journey).items()) == [
        ("First talk", ["Brief"]),
        ("Kick-off", ["They know who does what", "First call"]),
    ]


def test_what_is_struck_leaves_the_map(way, cast):
    way.brief.archive(by=cast.lena)
    assert names(way.journey)["First talk"] == ["First call"]


def test_a_figure_counts_the_clients_of_the_segment_alone(way, cast):
    other = Client.objects.add(by=cast.lena, name="Another", owner=cast.lena, team=cast.lena.team)
    for client, kept in ((cast.qingchuan, True), (other, False)):
        promise = Promise.objects.add(by=cast.lena, client=client, text="A draft", owner=cast.lena)
        promise.keep(by=cast.lena) if kept else promise.breach(by=cast.lena, reason="Ill")
    one = stands(way.brief, cast.lena)
    assert (one.actual, one.target, one.reached, one.of, one.is_small) == ("100 %", "at least 90 %", True, 1, True)
    behind = Listing(RESOURCES["promises"], cast.lena, QueryDict(urlsplit(one.url).query)).matching
    assert [found.client for found in behind] == [cast.qingchuan]
    way.journey.amend(by=cast.lena, segment=None)
    assert stands(way.brief, cast.lena).actual == "50 %"


def test_who_does_not_see_the_clients_is_told_nothing_of_them(way, cast):
    Promise.objects.add(by=cast.lena, client=cast.qingchuan, text="A draft", owner=cast.lena).keep(by=cast.lena)
    assert stands(way.brief, cast.ida).actual == ""


def test_what_nobody_measures_is_noted_by_hand(way, cast):
    assert stands(way.kick_off, cast.lena).reached is None
    way.kick_off.note(by=cast.omar, value=Decimal("7.5"))
    one = stands(way.kick_off, cast.lena)
    assert (one.actual, one.reached) == ("7.5", False)
    with pytest.raises(Forbidden):
        way.kick_off.note(by=cast.rita, value=Decimal(9))
    with pytest.raises(WrongState):
        way.call.note(by=cast.omar, value=Decimal(9))


def test_without_a_target_nothing_is_reached(way, cast):
    way.kick_off.amend(by=cast.lena, target=None)
    way.kick_off.note(by=cast.omar, value=Decimal(9))
    one = stands(way.kick_off, cast.lena)
    assert (one.target, one.actual, one.reached) == ("", "9", None)


def test_whoever_writes_one_down_owns_it_where_nobody_else_is_named(cast):
    form = JourneyForm({"name": "Ours"}, by=cast.omar)
    assert form.is_valid(), form.errors
    journey = form.save(by=cast.omar)
    said = {"journey": journey.pk, "phase": "Review", "name": "Minutes", "measure": "answer_hours", "target": "8"}
    form = TouchpointForm(said, by=cast.omar)
    assert form.is_valid(), form.errors
    made = form.save(by=cast.omar)
    assert (journey.owner, made.owner, made.better, made.kind) == (cast.omar, cast.omar, "at_most", "service")


def test_nothing_is_held_against_less_than_nothing(way, cast):
    form = TouchpointForm({"journey": way.journey.pk, "phase": "x", "name": "y", "target": "-1"}, by=cast.lena)
    assert list(form.errors) == ["target"]


def test_the_journey_of_a_segment_is_for_those_who_see_that(cast, way, client):
    own = Segment.objects.add(by=cast.ada, name="To be sold", owner=cast.ada, visibility="own")
    hidden = Journey.objects.add(by=cast.ada, name="Farewell", segment=own, owner=cast.ada)
    inside = Touchpoint.objects.add(by=cast.ada, journey=hidden, phase="Last", name="Letter", owner=cast.ada)
    assert set(Journey.objects.visible_to(cast.lena)) == {way.journey}
    assert inside not in Touchpoint.objects.visible_to(cast.lena)
    client.force_login(cast.lena)
    assert client.get(f"/journeys/{hidden.reference}/").status_code == 404
    assert client.get(f"/documents/{hidden.reference}/journey.pdf").status_code == 404
    assert client.get(f"/touchpoints/{inside.reference}/").status_code == 404


def test_the_page_is_the_map(way, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/journeys/{way.journey.reference}/").content.decode()
    assert page.index("First call") < page.index("Brief") < page.index("They know who does what")
    assert "Nobody to ask twice" in page and "not noted yet" in page
    assert f"/touchpoints/new/?journey={way.journey.pk}&amp;phase=First%20talk" in page
    segment = client.get(f"/segments/{way.segment.reference}/").content.decode()
    assert f"/journeys/{way.journey.reference}/" in segment


def test_it_is_had_as_a_document_with_what_the_reader_sees(way, cast, client):
    Improvement.objects.add(by=cast.lena, touchpoint=way.call, text="Call back the same day", owner=cast.omar)
    way.kick_off.note(by=cast.lena, value=Decimal(7))
    told = as_document(way.journey, cast.lena)
    first, second = told["sections"][0], told["sections"][1]
    assert [first["label"], second["label"]] == ["1. First talk", "2. Kick-off"]
    assert [one["head"] for one in first["rows"]] == ["First call", "Brief"]
    assert "Call back the same day (Proposed)" in first["rows"][0]["text"] and "Omar" in first["rows"][0]["note"]
    assert second["rows"][0]["aside"] == "7 · target at least 8 · not yet"
    assert "nothing to count yet" in first["rows"][0]["aside"]
    client.force_login(cast.lena)
    answer = client.get(f"/documents/{way.journey.reference}/journey.pdf?language=zh")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


def test_whoever_leaves_hands_it_over(way, cast):
    assert {(kind.name, n) for kind, n in open_things(cast.omar) if kind.name == "touchpoints"} == {("touchpoints", 3)}
    assert ("journeys", 1) in {(kind.name, n) for kind, n in open_things(cast.lena)}
