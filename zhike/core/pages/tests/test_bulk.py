"""Changing many at once: by their verbs, with undo, in the background when there are many."""

import re

import pytest

from zhike.clients.models import Client
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run


@pytest.fixture
def browser(client, lena):
    client.force_login(lena)
    return client


@pytest.fixture
def many(cast):
    return [Client.objects.add(by=cast.lena, name=f"Client {n:03}", owner=cast.lena) for n in range(205)]


def test_it_changes_the_ticked_ones_and_undo_takes_it_back(browser, many):
    ticked = [one.pk for one in many[:3]]
    answer = browser.post("/clients/bulk/", {"ids": ticked, "action": "set:tags", "tags": "VIP"}, follow=True)
    assert Client.objects.filter(tags=["VIP"]).count() == 3
    token = re.search(r'name="events" value="([^"]+)"', answer.content.decode())[1]
    browser.post("/undo/", {"events": token})
    assert not Client.objects.filter(tags=["VIP"]).exists()


def test_undo_leaves_alone_what_somebody_changed_since(browser, many, omar):
    answer = browser.post("/clients/bulk/", {"ids": [many[0].pk], "action": "set:tags", "tags": "VIP"}, follow=True)
    many[0].amend(by=omar, tags=["VIP", "new"])
    token = re.search(r'name="events" value="([^"]+)"', answer.content.decode())[1]
    browser.post("/undo/", {"events": token})
    many[0].refresh_from_db()
    assert many[0].tags == ["VIP", "new"]


def test_nobody_undoes_what_another_did(browser, many, ida, client):
    answer = browser.post("/clients/bulk/", {"ids": [many[0].pk], "action": "archive"}, follow=True)
    token = re.search(r'name="events" value="([^"]+)"', answer.content.decode())[1]
    client.force_login(ida)
    client.post("/undo/", {"events": token})
    many[0].refresh_from_db()
    assert many[0].archived_at is not None


def test_it_touches_only_what_the_person_sees(browser, cast):
    browser.post("/clients/bulk/", {"ids": [cast.tramlight.pk], "action": "archive"})
    cast.tramlight.refresh_from_db()
    assert cast.tramlight.archived_at is None


@pytest.mark.parametrize("action", ["", "no_such_step", "set:about", "set:owner", "__class__", "delete"])
def test_what_cannot_be_done_to_many_is_refused(browser, many, action):
    browser.post("/clients/bulk/", {"ids": [many[0].pk], "action": action, "owner": "nobody"})
    many[0].refresh_from_db()
    assert many[0].version == 1


def test_many_are_changed_in_the_background(browser, many):
    answer = browser.post("/clients/bulk/", {"all": "1", "query": "q=", "action": "set:tags", "tags": "VIP"})
    job = Job.objects.get()
    assert answer.headers["Location"] == f"/jobs/{job.pk}/"
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.counts) == ("done", 206, {"changed": 206, "refused": 0})
    assert Client.objects.filter(tags=["VIP"]).count() == 206
