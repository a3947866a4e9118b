"""A contact corrects how they wish to be reached."""

import pytest

from zhike.core.links.models import Link
from zhike.core.links.tests.conftest import local
from zhike.core.timeline.models import Event

TOLD = {"preferred_channel": "wechat", "language": "zh", "reachable": "09:00-12:00", "time_zone": "Asia/Shanghai"}


@pytest.fixture
def link(lena, clara):
    clara.amend(by=lena, language="zh", preferred_channel="phone")
    return local(Link.objects.issue("contacts.wishes", clara, by=lena, for_contact=clara))


def test_it_speaks_the_contacts_language(link, client):
    said = client.get(link[1], HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "陈总" in said and "怎样联系您" in said
    client.post("/look/", {"language": "en", "next": link[1]})
    assert "How may we reach you?" in client.get(link[1]).content.decode()


def test_she_corrects_it_and_the_history_says_that_it_was_she(link, client, clara):
    assert client.post(link[1], TOLD).status_code == 200
    clara.refresh_from_db()
    assert (clara.preferred_channel, clara.reachable) == ("wechat", "09:00-12:00")
    told = Event.objects.get(kind="contact.wished")
    assert told.actor.is_system and told.fact("name") == "陈岚" and told.fact("link") == link[0].pk
    assert told.caused_by.kind == "record.edited" and told.caused_by.facts["changed"]["preferred_channel"]


def test_confirming_what_is_right_is_told_too(link, client, clara):
    client.post(link[1], TOLD)
    client.post(link[1], TOLD)
    assert [one.caused_by is None for one in Event.objects.filter(kind="contact.wished").order_by("pk")] == [
        False,
        True,
    ]


def test_it_refuses_what_the_contacts_form_refuses_and_uses_nothing_up(link, client, clara):
    answer = client.post(link[1], TOLD | {"reachable": "mornings"})
    assert answer.status_code == 422 and "mornings" in answer.content.decode()
    clara.refresh_from_db()
    link[0].refresh_from_db()
    assert (clara.reachable, link[0].used) == ("", 0)


def test_nothing_else_of_a_contact_is_changed_by_it(link, client, clara):
    client.post(link[1], TOLD | {"name": "Mallory", "phones": "+8613800138000", "client": ""})
    clara.refresh_from_db()
    assert clara.name == "陈岚" and clara.phones == [] and clara.client_id


def test_lena_finds_it_on_the_contacts_page(lena, clara, client):
    client.force_login(lena)
    assert (
        f"/links/on/{clara.reference}/contacts.wishes/" in client.get(f"/contacts/{clara.reference}/").content.decode()
    )
