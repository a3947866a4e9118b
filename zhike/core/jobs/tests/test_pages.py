"""Watching long work."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from zhike.core.access.models import User
from zhike.core.jobs.models import Job
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.tests.conftest import Counting
from zhike.core.jobs.words import note

Work = Callable[[Job], Job]


def test_it_reloads_itself_while_it_runs_with_and_without_script(
    counting: Counting, lena: User, client: Browser
) -> None:
    job = counting()
    client.force_login(lena)
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert '<noscript><meta http-equiv="refresh"' in page
    assert f'data-progress="/jobs/{job.pk}/progress/"' in page
    assert "Waiting for its turn" in page and "Stop" in page


def test_it_says_that_it_is_done_and_stops_asking(counting: Counting, work: Work, lena: User, client: Browser) -> None:
    job = work(counting())
    client.force_login(lena)
    part = client.get(f"/jobs/{job.pk}/progress/").content.decode()
    assert "3 beans" in part and "data-progress" not in part and "Stop" not in part
    assert "<dd>3</dd><dt>beans created</dt>" in part
    assert "http-equiv" not in client.get(f"/jobs/{job.pk}/").content.decode()


def test_it_shows_the_cause_to_administrators_only(
    counting: Counting, work: Work, lena: User, ada: User, client: Browser
) -> None:
    def break_down(progress: Progress) -> None:
        raise RuntimeError("no such bean")

    job = work(counting(break_down))
    seen = {}
    for person in (lena, ada):
        client.force_login(person)
        seen[person.name] = client.get(f"/jobs/{job.pk}/").content.decode()
    assert "Something went wrong" in seen[lena.name] and "no such bean" not in seen[lena.name]
    assert "no such bean" in seen[ada.name]


@pytest.mark.parametrize("address", ["/jobs/{}/", "/jobs/{}/progress/"])
def test_it_is_not_found_by_others(counting: Counting, omar: User, client: Browser, address: str) -> None:
    job = counting()
    assert client.get(address.format(job.pk)).status_code == 302
    client.force_login(omar)
    assert client.get(address.format(job.pk)).status_code == 404


def test_it_lists_ones_own_and_to_administrators_all(
    counting: Counting, lena: User, omar: User, ada: User, client: Browser
) -> None:
    counting()
    seen = {}
    for person in (lena, omar, ada):
        client.force_login(person)
        seen[person.name] = "Count the beans" in client.get("/jobs/").content.decode()
    assert seen == {lena.name: True, omar.name: False, ada.name: True}


def test_it_asks_the_database_as_often_for_two_as_for_twelve(
    counting: Counting, ada: User, client: Browser, django_assert_max_num_queries: Callable
) -> None:
    client.force_login(ada)
    for number in (2, 12):
        while Job.objects.count() < number:
            counting()
        client.get("/jobs/")  # what every page asks is kept for a moment
        with django_assert_max_num_queries(10):
            client.get("/jobs/")


def test_it_guesses_how_long_it_takes(counting: Counting) -> None:
    job = counting()
    job.state, job.done, job.started_at = "running", 1, timezone.now() - timedelta(seconds=20)
    assert note(job) == "about 40 seconds left; you may close this page"
