"""The machine room: what waits, what failed and is tried again, what took long, what is wrong."""

import time

import pytest
from django.db import connection
from django.test import RequestFactory
from procrastinate.contrib.django.models import ProcrastinateJob

from zhike.core.timeline.models import Delivery, Event
from zhike.core.ui.machine_room import Section, register, sections
from zhike.surfaces.operations.models import Slow
from zhike.surfaces.operations.watching import RING, keep_slow_requests

PAGE = "/settings/operations/"


@pytest.fixture
def page(client, ada):
    client.force_login(ada)
    return lambda: client.get(PAGE).content.decode()


def failed_job():
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, status, args, attempts, priority, abort_requested)"
            " values ('default', 'tests.broken', 'failed', '{}', 3, 0, false) returning id"
        )
        return cursor.fetchone()[0]


def test_it_says_what_is_wrong_and_how_to_mend_it(page):
    assert "No worker is running. Start one: zhike worker" in page()


def test_a_job_that_failed_is_tried_again_and_that_is_told(client, page):
    number = failed_job()
    assert "tests.broken" in page()
    client.post(f"{PAGE}retry/{number}/")
    assert ProcrastinateJob.objects.get(pk=number).status == "todo"
    assert Event.objects.get(kind="job.retried").facts["task"] == "tests.broken"
    assert client.post(f"{PAGE}retry/{number}/").status_code == 404  # it waits already


def test_events_that_were_tried_in_vain_are_shown_with_the_reason(page, lena):
    Delivery.objects.create(event=Event.objects.first(), reaction="mail.out", tries=3, failure="ConnectionRefused")
    shown = page()
    assert "mail.out" in shown and "ConnectionRefused" in shown


def test_what_takes_long_is_kept_without_the_words_of_its_address(settings, page, lena):
    def slowly(request):
        with connection.cursor() as cursor:
            cursor.execute("select pg_sleep(0.02) where 'secret' = %s", ["secret"])

    settings.SLOW_MS = 10
    keep_slow_requests(slowly)(RequestFactory().get("/clients/CL-12/?q=somebody"))
    kept = Slow.objects.get()
    assert (kept.place, kept.queries, kept.slowest_ms >= 20) == ("/clients/CL-…/", 1, True)
    assert "somebody" not in str(vars(kept)) and "%s" in kept.slowest
    assert "/clients/CL-…/" in page()


def test_the_ring_stays_small(settings, db):
    settings.SLOW_MS = 0
    for _ in range(RING + 5):
        keep_slow_requests(lambda _request: None)(RequestFactory().get("/"))
    assert Slow.objects.count() == RING


def test_what_is_quick_is_not_kept(settings, db):
    settings.SLOW_MS = 5_000
    keep_slow_requests(lambda _request: time.sleep(0))(RequestFactory().get("/"))
    assert not Slow.objects.exists()


def test_another_area_brings_its_own_section(page, monkeypatch):
    monkeypatch.setattr("zhike.core.ui.machine_room._sections", {one.name: one for one in sections()})
    register(Section("pipes", "Pipes", "operations/versions.html", lambda: {"parts": [("Pipe", "clear")]}))
    register(Section("quiet", "Quiet", "operations/versions.html", lambda: None))
    shown = page()
    assert "Pipes" in shown and "clear" in shown and "Quiet" not in shown


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_it_is_for_administrators_alone(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}retry/1/").status_code == 403
