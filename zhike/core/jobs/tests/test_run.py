"""Running a job to its end, and again after a crash."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from procrastinate.exceptions import JobAborted

from zhike.core.access.models import User
from zhike.core.jobs.jobs import run_job
from zhike.core.jobs.models import Job, State
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.running import LOCKS, RunsElsewhere, run
from zhike.core.jobs.tests.conftest import Counting
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event

Work = Callable[[Job], Job]


def _told(job: Job) -> list[str]:
    return list(
        Event.objects.filter(record_type="jobs.job", record_id=job.pk).order_by("pk").values_list("kind", flat=True)
    )


def test_it_ends_with_its_result_and_counts(counting: Counting, work: Work, lena: User) -> None:
    job = work(counting())
    assert (job.state, job.done, job.counts, job.result) == (State.DONE, 3, {"created": 3}, {"says": "3 beans"})
    assert job.started_at and job.heartbeat_at and job.finished_at
    assert _told(job) == ["job.started", "job.begun", "job.finished"]
    finished = Event.objects.get(kind="job.finished")
    assert finished.facts["person"] == lena.pk and finished.facts["url"] == f"/jobs/{job.pk}/"


def test_it_does_nothing_a_second_time(counting: Counting, work: Work) -> None:
    job = work(counting())
    version = job.version
    assert work(job).version == version


def test_it_keeps_the_cause_for_administrators_and_a_sentence_for_the_person(counting: Counting, work: Work) -> None:
    def break_down(progress: Progress) -> None:
        progress.tell(done=1)
        raise RuntimeError("no such bean")

    job = work(counting(break_down))
    assert (job.state, job.done) == (State.FAILED, 1)
    assert "no such bean" in job.trouble and "no such bean" not in job.failure
    assert job.failure.startswith("Something went wrong on our side.")
    assert _told(job)[-1] == "job.failed"


@pytest.mark.parametrize("refusal", [ValidationError("The file has no header."), Forbidden()])
def test_it_says_a_refusal_in_its_own_words(counting: Counting, work: Work, refusal: Exception) -> None:
    def refuse(progress: Progress) -> None:
        raise refusal

    said = "The file has no header." if isinstance(refusal, ValidationError) else str(refusal)
    assert work(counting(refuse)).failure == said


def test_it_goes_on_where_a_killed_worker_stood(counting: Counting, work: Work) -> None:
    runs: list[int] = []

    def crash_once(progress: Progress) -> None:
        runs.append(progress.done)
        with transaction.atomic():
            progress.tell(done=progress.done + 2, marker={"after": "b"})
        if len(runs) == 1:
            raise OperationalError("the server closed the connection")
        assert progress.marker == {"after": "b"}

    job = counting(crash_once)
    with pytest.raises(OperationalError):
        work(job)
    job.refresh_from_db()
    assert (job.state, job.done) == (State.RUNNING, 2)
    assert work(job).state == State.DONE
    assert runs == [0, 2]


def test_it_commits_progress_with_the_work_or_not_at_all(counting: Counting, work: Work) -> None:
    def lose_a_chunk(progress: Progress) -> None:
        with transaction.atomic():
            progress.tell(done=1)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            progress.tell(done=2)
            _ = 1 / 0
        assert Job.objects.get(pk=progress.job.pk).done == 1
        raise RuntimeError

    assert work(counting(lose_a_chunk)).done == 1


def test_it_hands_over_when_the_worker_has_to_go(counting: Counting, work: Work) -> None:
    job = counting()
    with pytest.raises(JobAborted):
        run(job.pk, leaving=lambda: True)
    assert work(job).state == State.DONE


def test_it_never_runs_twice_at_once(counting: Counting, work: Work) -> None:
    job = counting()
    with connection.get_new_connection(connection.get_connection_params()) as other:
        other.execute("select pg_advisory_lock(%s, %s)", [LOCKS, job.pk])
        with pytest.raises(RunsElsewhere):
            run(job.pk)
        other.execute("select pg_advisory_unlock(%s, %s)", [LOCKS, job.pk])
    assert work(job).state == State.DONE


def test_it_is_tried_again_by_the_worker() -> None:
    assert run_job.retry_strategy.max_attempts == 40


def test_it_lets_only_the_program_say_that_it_is_done(counting: Counting, work: Work, ada: User) -> None:
    job = counting()
    with pytest.raises(Forbidden):
        job.finish(by=ada, result={})
    work(job)
    with pytest.raises(WrongState):
        job.begin(by=User.objects.system())
