"""Pairs are found by what two records have in common, and follow what happens to them."""

import pytest

from zhike.clients.duplicates.jobs import find_what_was_missed
from zhike.clients.duplicates.models import MatchKey, Pair
from zhike.clients.duplicates.reasons import CROWD, words_of
from zhike.clients.models import Client, Contact
from zhike.core.timeline.delivery import deliver_all


def pairs():
    deliver_all()
    return {(one.record_id, one.other_id): one for one in Pair.objects.all()}


def test_a_name_without_its_legal_form_and_a_phone_make_a_sure_pair(cast):
    cast.qingchuan.amend(by=cast.lena, phones=["+8657187654321"])
    other = Client.objects.add(by=cast.lena, name="杭州晴川医疗科技股份有限公司", phones=["+8657187654321"])
    found = pairs()[cast.qingchuan.pk, other.pk]
    assert found.score > 0.85
    assert [str(one) for one in words_of("clients.client", found.reasons)] == [
        "same name, legal form aside",
        "same phone",
    ]


def test_a_short_name_is_a_name(cast):
    other = Client.objects.add(by=cast.lena, name="晴川医疗")
    assert (cast.qingchuan.pk, other.pk) in pairs()


def test_different_clients_make_no_pair(cast):
    assert pairs() == {}


@pytest.mark.parametrize("host", ["qq.com", "gmail.com"])
def test_a_free_mail_provider_says_nothing(cast, host):
    for name in ("Alder", "Birch"):
        Client.objects.add(by=cast.lena, name=name, emails=[f"{name.lower()}@{host}"])
    assert pairs() == {}


def test_a_mail_domain_and_a_website_are_one_internet_address(cast):
    Client.objects.add(by=cast.lena, name="Alder", emails=["hello@alder.example"])
    Client.objects.add(by=cast.lena, name="The Tree People", website="https://www.alder.example/about")
    assert len(pairs()) == 1


def test_colleagues_of_one_domain_are_no_pair_but_namesakes_at_one_client_are(cast):
    Contact.objects.add(by=cast.lena, name="Ann Wood", client=cast.qingchuan, emails=["ann@alder.example"])
    Contact.objects.add(by=cast.lena, name="Ben Wood", client=cast.qingchuan, emails=["ben@alder.example"])
    assert pairs() == {}
    Contact.objects.add(by=cast.lena, name="Chen Lan", client=cast.qingchuan)
    assert len(pairs()) == 1


def test_what_a_crowd_shares_says_nothing(cast):
    for number in range(CROWD + 1):
        Client.objects.add(by=cast.lena, name=f"Shop {number}", phones=["+8657187654321"])
    assert pairs() == {}


def test_an_edit_that_takes_the_likeness_away_takes_the_pair_away(cast):
    other = Client.objects.add(by=cast.lena, name="晴川医疗")
    assert pairs()
    other.amend(by=cast.lena, name="Clearwater")
    assert pairs() == {}


def test_one_put_away_has_neither_keys_nor_pairs_until_it_comes_back(cast):
    other = Client.objects.add(by=cast.lena, name="晴川医疗")
    other.archive(by=cast.lena)
    assert pairs() == {}
    assert not MatchKey.objects.filter(record_type="clients.client", record_id=other.pk).exists()
    other.restore(by=cast.lena)
    assert pairs()


def test_what_came_without_an_event_is_found_in_the_night(cast):
    deliver_all()
    Client.objects.bulk_create([Client(name="Alder Ltd"), Client(name="Alder Inc")])
    assert Pair.objects.count() == 0
    find_what_was_missed()
    assert Pair.objects.count() == 1


def test_finding_all_again_changes_nothing(cast):
    Client.objects.add(by=cast.lena, name="晴川医疗")
    before = {key: one.score for key, one in pairs().items()}
    find_what_was_missed()
    assert {key: one.score for key, one in pairs().items()} == before
