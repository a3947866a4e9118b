"""Every how many working days the tier wants its clients spoken with."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client as Browser
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import Cast, make_cast
from zhike.clients.models import Client
from zhike.clients.plans.suggesting import usual_rhythm
from zhike.clients.tiers.cadence import cadence_of, late_clients
from zhike.clients.tiers.models import Tier
from zhike.clients.tiers.tests.conftest import Tiers

FRIDAY = date(2026, 11, 20)


def spoken(client: Client, tier: Tier | None, day: date | None) -> Client:
    """In the tier since the first of November, last spoken with at noon of that day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=timezone.get_default_timezone()) if day else None
    since = datetime(2026, 11, 2, tzinfo=UTC) if tier else None
    Client.objects.filter(pk=client.pk).update(tier=tier, tier_since=since, last_contact_at=noon)
    return Client.objects.get(pk=client.pk)


def late(today: date) -> list[Client]:
    return list(late_clients(Client.objects.all(), today))


def test_weekends_do_not_count(cast: Cast, tiers: Tiers) -> None:
    client = spoken(cast.qingchuan, tiers.a, FRIDAY)
    cadence = cadence_of(client)
    assert (cadence.every, cadence.due_on) == (5, date(2026, 11, 27))
    assert late(date(2026, 11, 27)) == []
    assert late(date(2026, 11, 28)) == [client]


def test_the_day_of_a_contact_is_that_of_the_company_wherever_one_reads(cast: Cast, tiers: Tiers) -> None:
    client = spoken(cast.qingchuan, tiers.a, FRIDAY)
    early = datetime(2026, 11, 20, 7, tzinfo=timezone.get_default_timezone())
    Client.objects.filter(pk=client.pk).update(last_contact_at=early)
    client.refresh_from_db()
    for zone in ("Pacific/Honolulu", "Pacific/Auckland"):
        with timezone.override(ZoneInfo(zone)):
            cadence = cadence_of(client)
            assert (cadence.since, cadence.due_on) == (FRIDAY, date(2026, 11, 27))
            assert late(date(2026, 11, 27)) == []
            assert late(date(2026, 11, 28)) == [client]


def test_who_was_never_spoken_with_counts_from_the_tier(cast: Cast, tiers: Tiers) -> None:
    client = spoken(cast.qingchuan, tiers.a, None)
    assert cadence_of(client).due_on == date(2026, 11, 9)
    assert late(date(2026, 11, 10)) == [client]


def test_a_tier_without_cadence_asks_for_nothing(cast: Cast, tiers: Tiers) -> None:
    assert cadence_of(spoken(cast.qingchuan, tiers.c, FRIDAY)) is None
    assert cadence_of(spoken(cast.qingchuan, None, FRIDAY)) is None
    assert late(date(2027, 11, 20)) == []


def test_a_plan_begins_with_it(cast: Cast, tiers: Tiers) -> None:
    assert usual_rhythm(spoken(cast.qingchuan, tiers.a, None)) == 5
    assert usual_rhythm(cast.tramlight) == 10


def test_my_day_names_who_is_late_and_why(client: Browser, cast: Cast, tiers: Tiers) -> None:
    spoken(cast.qingchuan, tiers.a, timezone.localdate() - timedelta(days=30))
    client.force_login(cast.lena)
    assert "Every 5 working days, says their tier" in client.get("/").text
    assert "晴川" in client.get("/clients/?short=contact").text
    client.force_login(cast.omar)
    assert "says their tier" not in client.get("/").text


class SameAnswer(TestCase):
    @settings(max_examples=30, deadline=None)
    @given(st.integers(1, 30), st.dates(date(2026, 9, 1), date(2026, 12, 20)), st.integers(1, 60))
    def test_one_by_one_and_all_at_once(self, every: int, last: date, away: int) -> None:
        cast = make_cast()
        tier = Tier.objects.add(by=cast.ada, name="A", mark="A", contact_days=every)
        client = spoken(cast.qingchuan, tier, last)
        today = last + timedelta(days=away)
        assert (late(today) == [client]) == cadence_of(client).is_late(today)
