"""Stopping long work."""

from collections.abc import Callable

import pytest
from django.test import Client as Browser

from zhike.core.access.models import User
from zhike.core.jobs.models import Job, State
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.tests.conftest import Counting
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event

Work = Callable[[Job], Job]


def test_it_stops_at_the_next_good_moment_and_keeps_what_was_done(counting: Counting, work: Work, lena: User) -> None:
    def be_interrupted(progress: Progress) -> None:
        progress.tell(done=2, counts={"created": 2})
        Job.objects.get(pk=progress.job.pk).cancel(by=lena)
        progress._looked_at = 0
        assert progress.cancelled()

    job = work(counting(be_interrupted))
    assert (job.state, job.done, job.counts) == (State.CANCELLED, 2, {"created": 2})
    assert Event.objects.filter(kind="job.cancelled", facts__person=lena.pk).exists()


def test_it_never_begins_what_was_stopped_while_it_waited(counting: Counting, work: Work, lena: User) -> None:
    job = counting(lambda progress: pytest.fail("it ran"))
    job.cancel(by=lena)
    assert work(job).state == State.CANCELLED


def test_it_is_done_when_the_work_was_quicker(counting: Counting, work: Work, lena: User) -> None:
    def finish_first(progress: Progress) -> None:
        Job.objects.get(pk=progress.job.pk).cancel(by=lena)

    assert work(counting(finish_first)).state == State.DONE


def test_it_lets_an_administrator_stop_it(counting: Counting, work: Work, ada: User) -> None:
    job = counting()
    job.cancel(by=ada)
    assert work(job).state == State.CANCELLED


def test_it_refuses_a_stranger_and_a_colleague(counting: Counting, omar: User, ida: User) -> None:
    job = counting()
    for person in (omar, ida):
        with pytest.raises(Forbidden):
            job.cancel(by=person)


def test_it_refuses_what_has_ended(counting: Counting, work: Work, lena: User) -> None:
    with pytest.raises(WrongState):
        work(counting()).cancel(by=lena)


def test_it_is_a_button_that_may_be_pressed_twice(counting: Counting, lena: User, client: Browser) -> None:
    job = counting()
    client.force_login(lena)
    for _press in range(2):
        answer = client.post(f"/jobs/{job.pk}/cancel/")
        assert (answer.status_code, answer["Location"]) == (302, f"/jobs/{job.pk}/")
    assert "Stopping at the next good moment" in client.get(f"/jobs/{job.pk}/").content.decode()


def test_it_is_not_found_by_others(counting: Counting, omar: User, client: Browser) -> None:
    job = counting()
    client.force_login(omar)
    assert client.post(f"/jobs/{job.pk}/cancel/").status_code == 404
