"""What an offer did: those offered it beside those who could have been."""

from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.db.models import Sum
from django.http import QueryDict
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.offers.effect import Effect
from zhike.clients.offers.models import Offering
from zhike.clients.purchases.models import Purchase, Rate
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.moment import at

DAY = timedelta(days=1)


@pytest.fixture
def opened(offer, cast, today, buy):
    """For ten days; offered to one of two. A third, Ida's, may have it too."""
    team = {"team": cast.lena.team, "visibility": "team"}
    other = Client.objects.add(by=cast.lena, name="Carewell", industry="care", owner=cast.lena, **team)
    cast.tramlight.amend(by=cast.ida, industry="care")
    with at(timezone.now() - 10 * DAY):
        offer.open(by=cast.mona)
        made = Offering.objects.add(by=cast.lena, client=cast.qingchuan, offer=offer)
    for client, days, amount in (
        (cast.qingchuan, 12, 100), (cast.qingchuan, 11, 50), (cast.qingchuan, 3, 300), (cast.qingchuan, 40, 9_000),
        (other, 15, 80), (other, 10, 40), (cast.tramlight, 2, 7),
    ):  # fmt: skip
        buy(client, today - days * DAY, amount)
    made.redeem(by=cast.lena, on=today - 3 * DAY)
    return offer


def behind(counted, user):
    address = urlsplit(counted.url)
    return Listing(RESOURCES[address.path.strip("/")], user, QueryDict(address.query)).matching


def test_it_sets_those_offered_beside_the_others_over_the_same_days(opened, cast, today):
    effect = Effect(opened, cast.ada, today)
    offered, others = effect.sides
    assert (effect.passed, effect.is_whole) == (10, False)
    assert (offered.clients.count, offered.before.amount, offered.after.amount, offered.change) == (1, 150, 300, 100)
    assert (others.clients.count, others.before.amount, others.after.amount) == (2, 80, 47)
    assert (others.each_after, others.after.clients) == (Decimal("23.5"), 2)
    assert (effect.redeemed.count, effect.offered.count, effect.rate) == (1, 1, 100)


def test_each_number_is_what_its_list_comes_to(opened, cast, today):
    for person in (cast.ada, cast.lena, cast.ida):
        effect = Effect(opened, person, today)
        for side in effect.sides:
            assert behind(side.clients, person).count() == side.clients.count
            for bought in (side.before, side.after):
                found = behind(bought, person)
                assert (found.count(), found.aggregate(sum=Sum("amount_home"))["sum"] or 0) == (
                    bought.count,
                    bought.amount,
                )


def test_it_tells_nobody_of_clients_that_they_do_not_see(opened, cast, today):
    assert [side.clients.count for side in Effect(opened, cast.lena, today).sides] == [1, 1]
    assert [side.clients.count for side in Effect(opened, cast.ida, today).sides] == [0, 1]


def test_it_counts_at_the_rate_of_the_day_and_leaves_out_what_has_none(opened, cast, today, buy):
    Rate.objects.add(by=cast.ada, currency="EUR", day=today - 5 * DAY, rate=Decimal(8))
    for days in (2, 8):
        Purchase.objects.add(
            by=cast.ada,
            client=cast.qingchuan,
            what="x",
            happened_on=today - days * DAY,
            amount=Decimal(10),
            currency="EUR",
        )
    after = Effect(opened, cast.ada, today).sides[0].after
    assert (after.amount, after.count) == (380, 3)


def test_the_page_says_that_the_groups_are_small(opened, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/offers/{opened.reference}/").content.decode()
    assert "fewer than 20 clients" in page and "few clients: a share says little" in page
    assert "(100 %)" not in page


def test_before_its_second_day_nothing_is_compared(offer, cast, today, client):
    offer.amend(by=cast.mona, valid_from=today)
    offer.open(by=cast.mona)
    assert Effect(offer, cast.ada, today).sides == []
    client.force_login(cast.lena)
    assert "From the second day on" in client.get(f"/offers/{offer.reference}/").content.decode()
