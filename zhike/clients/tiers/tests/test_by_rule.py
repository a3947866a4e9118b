"""The first tier whose rule fits is the client's, and follows what happens."""

from django.test import Client as Browser
from django.utils import translation

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.tiers.jobs import move_everyone
from zhike.clients.tiers.moving import places_by_rule, refresh, refresh_all
from zhike.clients.tiers.tests.conftest import Tiers, tier_of, told
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say


def test_an_edit_moves_the_client_and_says_by_which_rule(cast: Cast, tiers: Tiers) -> None:
    assert tier_of(cast.qingchuan) == ""
    cast.qingchuan.amend(by=cast.lena, industry="医疗器械")
    assert tier_of(cast.qingchuan) == "A"
    event = Event.objects.get(kind="tier.by_rule")
    assert (event.fact("to")["text"], event.fact("from", None)) == ("Tier A", None)
    for language, words in (("en", "Industry contains"), ("zh-hans", "行业")):
        with translation.override(language):
            assert words in say(event, Reader(cast.lena))
    assert "医疗" in event.fact("why")["en"]
    assert event.client == cast.qingchuan


def test_it_goes_down_and_out_again(cast: Cast, tiers: Tiers) -> None:
    for industry, mark in (("医疗", "A"), ("物流", "B"), ("", "")):
        cast.qingchuan.amend(by=cast.lena, industry=industry)
        assert tier_of(cast.qingchuan) == mark
    assert told(cast.qingchuan) == ["tier.by_rule", "tier.by_rule", "tier.left"]


def test_it_is_no_edit_of_the_client(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    tier_of(cast.qingchuan)
    assert cast.qingchuan.version == 2


def test_what_no_rule_reads_asks_nobody(cast: Cast, tiers: Tiers) -> None:
    assert tier_of(cast.qingchuan) == ""
    Client.objects.filter(pk=cast.qingchuan.pk).update(industry="医疗")
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    assert tier_of(cast.qingchuan) == ""


def test_another_rule_asks_everyone_in_a_job(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    assert tier_of(cast.qingchuan) == ""
    tiers.c.amend(by=cast.ada, rule={"field": "city", "is": "杭州"})
    assert tier_of(cast.qingchuan) == ""
    move_everyone()
    assert tier_of(cast.qingchuan) == "C"


def test_a_tier_put_away_is_nobodys(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "A"
    tiers.a.archive(by=cast.ada)
    refresh_all()
    assert tier_of(cast.qingchuan) == "B"


def test_a_client_put_away_stays_where_it_was(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "A"
    cast.qingchuan.archive(by=cast.lena)
    Client.objects.filter(pk=cast.qingchuan.pk).update(industry="")
    assert refresh([cast.qingchuan.pk]) == 0


def test_a_rule_that_can_no_longer_be_read_fits_nobody(cast: Cast, tiers: Tiers) -> None:
    type(tiers.a).objects.filter(pk=tiers.a.pk).update(rule={"field": "gone", "is": 1})
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "B"


def test_it_asks_as_much_for_many_as_for_few(cast: Cast, tiers: Tiers, django_assert_max_num_queries: object) -> None:
    for number in range(30):
        Client.objects.add(by=cast.lena, name=f"Client {number}", industry="医疗" if number % 2 else "物流")
    numbers = list(Client.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(12):
        assert refresh(numbers) == 30
    with django_assert_max_num_queries(4):
        assert refresh(numbers) == 0
    assert len(places_by_rule(numbers)) == 30


def test_the_list_shows_and_filters_them(client: Browser, cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    tier_of(cast.qingchuan)
    client.force_login(cast.lena)
    assert "晴川" in client.get(f"/clients/?tier={tiers.a.pk}").text
    assert "晴川" not in client.get(f"/clients/?tier={tiers.b.pk}&tier=none").text
    cast.qingchuan.amend(by=cast.lena, owner=None)
    assert "needs an owner by name" in client.get("/clients/?short=owner").text
