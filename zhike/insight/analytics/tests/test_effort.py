"""Time by tier against what was bought: told where it stands the wrong way round."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.purchases.models import Purchase
from zhike.clients.tiers.models import Tier
from zhike.domains.conversations.workflows import log
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.effort import Effort, Row, inversions


def row(name: str, hours: float, worth: int) -> Row:
    return Row(Tier(name=name), hours, Decimal(worth), 9)


@pytest.fixture
def tiers(cast):
    return [
        Tier.objects.add(by=cast.ada, name=name, mark=name[0], position=n) for n, name in enumerate(("Key", "Low"), 1)
    ]


@pytest.fixture
def spend(cast):
    """A client of a tier on whom so many minutes were spent today, and who bought for so much."""

    def spent(tier: Tier, minutes: int, worth: int = 0, name: str = "x") -> Client:
        client = Client.objects.add(by=cast.lena, name=name, owner=cast.lena)
        Client.objects.filter(pk=client.pk).update(tier=tier)
        log(by=cast.lena, client=client, kind="call", text="Talk", minutes=minutes, happened_at=timezone.now())
        if worth:
            said = {"what": "Signs", "amount": Decimal(worth), "currency": "CNY", "happened_on": timezone.localdate()}
            Purchase.objects.add(by=cast.lena, client=client, **said)
        return client

    return spent


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("Key", 10, 100_000), ("Low", 2, 30_000)], []),
        ([("Key", 10, 100_000), ("Low", 8, 30_000)], [("Low", "Key")]),
        ([("Key", 10, 100_000), ("Low", 8, 0)], [("Low", "Key")]),
        ([("Key", 10, 0), ("Low", 8, 30_000)], []),
        ([("Key", 9, 30_000), ("Mid", 2, 30_000), ("Low", 4, 30_000)], [("Low", "Mid")]),
        ([("Key", 0, 0), ("Low", 0, 0)], []),
    ],
)
def test_a_lower_tier_with_more_time_for_what_it_buys_is_told(rows, told):
    found = inversions([row(*one) for one in rows])
    assert [(one.lower.tier.name, one.higher.tier.name) for one in found] == told


def test_each_tier_has_its_time_and_its_worth(cast, tiers, spend):
    spend(tiers[0], 60, 20_000)
    spend(tiers[0], 30, name="y")
    spend(tiers[1], 90, 5_000, name="z")
    key, low = Effort(Asked(cast.lena, {})).rows()
    assert (key.hours, key.worth, key.clients, key.rate) == (1.5, 20_000, 2, 0.75)
    assert (low.hours, low.worth, low.rate) == (1.5, 5_000, 3.0)


def test_one_that_takes_far_more_than_its_tier_stands_out(cast, tiers, spend):
    for n in range(5):
        spend(tiers[0], 60, name=f"Client {n}")
    spend(tiers[1], 6_000, name="Alone in its tier")
    greedy = spend(tiers[0], 300, name="Greedy")
    (one,) = Effort(Asked(cast.lena, {})).stand_out()
    assert (one.client, one.hours, one.usual) == (greedy, 5.0, 1.0)


def test_the_page_says_so_and_tells_nobody_of_what_they_do_not_see(cast, tiers, spend, client):
    spend(tiers[0], 60, 20_000)
    spend(tiers[1], 90, 5_000, name="z")
    Client.objects.filter(name="z").update(visibility="team", team=cast.lena.team)
    client.force_login(cast.lena)
    assert "The wrong way round" in client.get("/figures/effort/").text
    client.force_login(cast.ida)
    page = client.get("/figures/effort/").text
    assert "The wrong way round" not in page and "Time against what was bought" in page


def test_the_file_has_what_stands_beside_the_picture(cast, tiers, spend, client):
    spend(tiers[0], 60, 20_000)
    spend(tiers[1], 90, name="z")
    client.force_login(cast.lena)
    rows = list(csv.reader(StringIO(client.get("/figures/effort.csv").content.decode("utf-8-sig"))))
    assert rows[0][-3:] == ["Clients with time", "Bought, CNY", "Hours for every CNY 10,000"]
    assert [row[-3:] for row in rows[1:3]] == [["1", "20000.00", "0.5"], ["1", "0.00", ""]]


def test_days_outside_the_stretch_do_not_count(cast, tiers, spend):
    spend(tiers[0], 60)
    old = {"period": "2020-01-01..2020-02-01"}
    assert [one.hours for one in Effort(Asked(cast.lena, old)).rows()] == [0, 0]
