"""What makes the work hard: counted, explained, compared with what is usual, never a label."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from zhike.clients.models import Client
from zhike.core.access.preferences import change_company
from zhike.domains.conversations.workflows import log
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.friction import Rub, counts_of, rub, rubs, standing_out
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def talk(cast):
    def talked(client, mood, times=1, days=1):
        for _time in range(times):
            log(
                by=cast.lena, client=client, kind="call", text="Talk", mood=mood,
                happened_at=timezone.now() - timedelta(days=days),
            )  # fmt: skip

    return talked


@pytest.fixture
def others(cast, talk):
    """Five clients with one tense talk each."""
    clients = [Client.objects.add(by=cast.lena, name=f"Client {n}", owner=cast.lena) for n in range(5)]
    for one in clients:
        talk(one, "tense")
    return clients


def names(asked):
    return [
        (client, [(one.rub.name, one.number, one.usual) for one in counts]) for client, counts in standing_out(asked)
    ]


def test_what_happens_far_more_often_than_usual_stands_out(cast, others, talk):
    talk(cast.qingchuan, "tense", 4)
    talk(cast.qingchuan, "good", 3)
    assert names(Asked(cast.lena, {})) == [(cast.qingchuan, [("tense", 4, 1)])]


def test_twice_the_usual_and_a_few_do_not(cast, others, talk):
    talk(others[0], "tense", 1)
    for one in others[1:]:
        talk(one, "tense", 2)
    talk(cast.qingchuan, "tense", 6)
    assert names(Asked(cast.lena, {})) == []


def test_days_outside_the_stretch_do_not_count(cast, others, talk):
    talk(cast.qingchuan, "tense", 5, days=200)
    assert names(Asked(cast.lena, {})) == []
    assert names(Asked(cast.lena, {"period": "52w"})) == [(cast.qingchuan, [("tense", 5, 1)])]


def test_each_count_opens_its_list_and_says_what_helps(cast, others, talk, client):
    talk(cast.qingchuan, "tense", 4)
    (count,) = counts_of(cast.qingchuan, Asked(cast.lena, {}))
    client.force_login(cast.lena)
    assert client.get(count.url).context["listing"].matching.count() == 4
    page = client.get("/figures/friction/").text
    assert "Call before you write" in page and "Half of the clients at most" in page


def test_the_page_before_a_talk_says_it_of_its_client(cast, others, talk, client):
    talk(cast.qingchuan, "tense", 4)
    client.force_login(cast.lena)
    address = "/clients/{}/before/"
    assert "Call before you write" in client.get(address.format(cast.qingchuan.reference)).text
    assert "Call before you write" not in client.get(address.format(others[0].reference)).text
    change_company(by=cast.ada, areas_off=["figures"])
    assert "Call before you write" not in client.get(address.format(cast.qingchuan.reference)).text


def test_all_clients_are_counted_only_where_there_is_something_to_compare(cast, others, talk):
    talk(cast.qingchuan, "tense", 2)
    counts_of(others[0], Asked(cast.lena, {}))  # what is kept for a while is known from now on
    with CaptureQueriesContext(connection) as alone:
        assert counts_of(cast.qingchuan, Asked(cast.lena, {}), least=3) == []
    with CaptureQueriesContext(connection) as compared:
        (count,) = counts_of(cast.qingchuan, Asked(cast.lena, {}))
    assert (count.number, count.usual) == (2, 1)
    assert len(alone) <= len(compared) - len(rubs())


def test_a_program_asks_for_one_client_and_hears_what_its_owner_sees(cast, others, talk):
    talk(cast.qingchuan, "tense", 4)
    answer = program_of(cast.lena).get(f"clients/{cast.qingchuan.reference}/friction")
    (told,) = answer.json()["data"]
    assert (told["name"], told["number"], told["usual"], told["stands_out"]) == ("tense", 4, 1, True)
    assert program_of(cast.ida).get(f"clients/{cast.qingchuan.reference}/friction").status_code == 404


def test_what_the_reader_does_not_see_is_not_counted(cast, others, talk):
    talk(cast.qingchuan, "tense", 4)
    assert names(Asked(cast.ida, {})) == []


def test_nothing_is_declared_twice():
    with pytest.raises(ValueError, match="twice"):
        rub(Rub("tense", "Tense", "Call", "conversations", lambda asked: {}))
