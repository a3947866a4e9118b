"""Starting long work."""

from collections.abc import Callable

import pytest
from django.db import transaction

from zhike.core.access.models import User
from zhike.core.jobs.models import Job, State
from zhike.core.jobs.start import start
from zhike.core.jobs.tests.conftest import Counting
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


def test_it_makes_a_row_an_event_and_work_for_a_worker(counting: Counting, queue: Callable, lena: User) -> None:
    job = counting(beans=7)
    assert (job.state, job.started_by, job.total, job.arguments) == (State.WAITING, lena, 3, {"beans": 7})
    assert queue() == [{"job_id": job.pk}]
    assert Event.objects.filter(kind="job.started", record_type="jobs.job", record_id=job.pk, actor=lena).exists()


def test_it_leaves_nothing_when_the_transaction_fails(counting: Counting, queue: Callable) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        counting()
        _ = 1 / 0
    assert queue() == [] and not Job.objects.exists()


def test_it_refuses_a_reader(counting: Counting, rita: User) -> None:
    counting()
    with pytest.raises(Forbidden):
        start("beans", by=rita, title="Count the beans")


def test_it_refuses_an_unknown_kind(lena: User) -> None:
    with pytest.raises(KeyError):
        start("peas", by=lena, title="Count the peas")
