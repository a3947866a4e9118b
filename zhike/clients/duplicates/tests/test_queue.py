"""The queue offers to merge what the reader may merge; of the rest it says who may."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.duplicates.models import Pair
from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver_all

OFFER, HINT = "Compare and merge", "Who looks after both may merge them, or a manager."


@pytest.fixture
def twin(cast: Cast) -> Client:
    """Lena's client once more, looked after by Omar."""
    twin = Client.objects.add(by=cast.omar, name="晴川医疗", owner=cast.omar)
    deliver_all()
    assert Pair.objects.count() == 1
    return twin


def queue(browser: Browser, person) -> str:
    browser.force_login(person)
    return browser.get("/duplicates/").text


def test_it_offers_no_merge_to_who_may_not(client: Browser, cast: Cast, twin: Client) -> None:
    page = queue(client, cast.lena)
    assert (OFFER in page, HINT in page, "Not the same" in page) == (False, True, True)
    assert client.get(f"/merge/{cast.qingchuan.reference}/?with={twin.reference}").status_code == 403


def test_it_says_how_many_of_them_the_reader_may_merge(client: Browser, cast: Cast, twin: Client) -> None:
    note = '<span class="topbar-note">{}</span>'.format
    assert note("0 of 1 for you to merge") in queue(client, cast.lena)
    assert Pair.objects.to_settle_by(cast.lena).count() == 0
    assert note(1) in queue(client, cast.ada)
    assert Pair.objects.to_settle_by(cast.ada).count() == 1


def test_it_offers_it_to_a_manager_and_to_who_has_both(client: Browser, cast: Cast, twin: Client) -> None:
    page = queue(client, cast.ada)
    assert (OFFER in page, HINT in page) == (True, False)
    twin.amend(by=cast.ada, owner=cast.lena)
    assert OFFER in queue(client, cast.lena)
