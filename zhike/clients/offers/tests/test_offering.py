"""Offering it to a client, and what they make of it."""

from datetime import timedelta
from functools import partial

import pytest

from tests.at_once import at_once
from zhike.clients.models import Client
from zhike.clients.offers.eligibility import those_for
from zhike.clients.offers.errors import NotForThem
from zhike.clients.offers.forms import OfferingForm
from zhike.clients.offers.models import Offer, Offering
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log

DAY = timedelta(days=1)


@pytest.fixture
def made(offer, cast):
    offer.open(by=cast.mona)
    return Offering.objects.add(
        by=cast.lena, client=cast.qingchuan, offer=offer, contact=cast.clara, source_text="CV-1"
    )


def test_it_stands_on_the_clients_timeline(made, cast):
    told = Event.objects.get(kind="offering.made")
    assert (told.client, told.actor, told.fact("name")) == (cast.qingchuan, cast.lena, "Second audit free")


def test_it_is_not_offered_before_it_opens_nor_twice_nor_to_others(offer, cast):
    with pytest.raises(NotForThem, match="not open"):
        Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    offer.open(by=cast.mona)
    Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    with pytest.raises(NotForThem, match="already"):
        Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    with pytest.raises(NotForThem, match="It is for: Industry"):
        Offering.objects.add(by=cast.ida, client=cast.tramlight, offer=offer)
    form = OfferingForm({"client": cast.tramlight.pk, "offer": offer.pk}, by=cast.ida)
    assert "not for this client" in str(form.errors["offer"])


def test_a_reader_offers_nothing(offer, cast):
    offer.open(by=cast.mona)
    with pytest.raises(Forbidden):
        Offering.objects.add(by=cast.rita, client=cast.qingchuan, offer=offer)


def test_it_is_redeemed_once_for_a_purchase(made, cast, today, buy):
    told = made.redeem(by=cast.omar, on=today, purchase=buy(cast.qingchuan, today, 100))
    assert (made.state, made.uses, told.client) == ("redeemed", 1, cast.qingchuan)
    with pytest.raises(WrongState):
        made.redeem(by=cast.omar, on=today)


def test_it_is_redeemed_again_where_that_is_allowed(offer, cast, today):
    offer.amend(by=cast.mona, each=2)
    offer.open(by=cast.mona)
    made = Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    for _time in range(2):
        made.redeem(by=cast.lena, on=today)
    with pytest.raises(WrongState):
        made.redeem(by=cast.lena, on=today)


def test_it_is_redeemed_on_its_days_alone(made, offer, cast, today):
    with pytest.raises(NotForThem, match="valid from"):
        made.redeem(by=cast.lena, on=today - 11 * DAY)
    with pytest.raises(NotForThem, match="valid until"):
        made.redeem(by=cast.lena, on=today + 21 * DAY)
    assert made.uses == 0


def test_what_was_offered_is_kept_though_it_would_not_be_for_them_now(made, cast, today):
    cast.qingchuan.amend(by=cast.lena, industry="Trams")
    made.redeem(by=cast.lena, on=today)
    assert made.state == "redeemed"


def test_ended_it_can_be_noted_for_days_before_withdrawn_not_at_all(made, offer, cast, today):
    offer.withdraw(by=cast.mona, why="Too dear")
    with pytest.raises(NotForThem, match="withdrawn"):
        made.redeem(by=cast.lena, on=today)


def test_no_more_uses_than_there_are(offer, cast, today):
    other = Client.objects.add(by=cast.lena, name="Carewell", industry="care", owner=cast.lena)
    offer.amend(by=cast.mona, most=1)
    offer.open(by=cast.mona)
    one, two = (Offering.objects.add(by=cast.lena, client=client, offer=offer) for client in (cast.qingchuan, other))
    one.redeem(by=cast.lena, on=today)
    with pytest.raises(NotForThem, match="used up"):
        two.redeem(by=cast.lena, on=today)
    one.take_back(by=cast.lena, why="Wrong client")
    assert (one.state, one.uses) == ("offered", 0)
    two.redeem(by=cast.lena, on=today)


def test_they_may_not_want_it(made, cast):
    told = made.decline(by=cast.lena, why="No budget")
    assert (made.state, told.fact("why")) == ("declined", "No budget")
    with pytest.raises(Forbidden):
        made.redeem(by=cast.rita, on=None)


def test_it_is_offered_from_a_conversation(offer, cast, client):
    offer.open(by=cast.mona)
    talk = log(by=cast.lena, client=cast.qingchuan, kind="call", text="And what would it cost?", contacts=[cast.clara])
    client.force_login(cast.lena)
    page = client.get(f"/conversations/{talk.reference}/").content.decode()
    assert f"/offerings/new/?client={cast.qingchuan.pk}&amp;source_text={talk.reference}" in page
    said = {"client": cast.qingchuan.pk, "offer": offer.pk, "source_text": talk.reference}
    assert client.post("/offerings/new/", said).status_code == 302
    made = Offering.objects.get()
    assert f'href="/conversations/{talk.reference}/"' in client.get(f"/offerings/{made.reference}/").content.decode()


def test_the_client_page_shows_what_is_open_to_them(offer, cast, client):
    page = f"/clients/{cast.qingchuan.reference}/?tab=facts"
    client.force_login(cast.lena)
    offer.open(by=cast.mona)
    assert "not offered yet" in client.get(page).content.decode()
    made = Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    assert f"/offerings/{made.reference}/" in client.get(page).content.decode()
    made.decline(by=cast.lena, why="-")
    assert f"/offerings/{made.reference}/" not in client.get(page).content.decode()


def test_whom_many_offers_are_for_is_asked_once(offer, cast, django_assert_num_queries):
    said = {"valid_from": offer.valid_from, "valid_until": offer.valid_until, "title": "x", "percent": 5}
    elsewhere = {"field": "industry", "holds": "bakery"}
    others = [Offer.objects.add(by=cast.mona, **said, rule=rule) for rule in ({}, elsewhere)]
    with django_assert_num_queries(1):
        assert those_for(cast.qingchuan, [offer, *others]) == {offer.pk, others[0].pk}
    assert those_for(cast.qingchuan, []) == set()


def test_it_is_offered_to_many_from_their_list(offer, cast, client):
    """Whom it is not for is left out."""
    offer.open(by=cast.mona)
    client.force_login(cast.ada)
    page = client.get("/clients/").content.decode()
    assert "Offer them" in page
    said = {"ids": [cast.qingchuan.pk, cast.tramlight.pk], "action": "set:offer", "offer": offer.pk}
    client.post("/clients/bulk/", said)
    assert list(Offering.objects.values_list("client", flat=True)) == [cast.qingchuan.pk]


@pytest.mark.django_db(transaction=True)
def test_offered_twice_in_the_same_moment_it_is_offered_once(cast, offer):
    offer.open(by=cast.mona)
    said = {"by": cast.lena, "client": cast.qingchuan, "offer": offer}
    answers = at_once(*(partial(Offering.objects.add, **said) for _one in range(2)))
    assert sorted(type(one).__name__ for one in answers) == ["NotForThem", "Offering"]
