"""A kind of job that counts beans, and how to run what was started."""

from collections.abc import Callable
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from zhike.core.access.models import User
from zhike.core.jobs.kinds import KINDS, JobKind, Runner
from zhike.core.jobs.models import Job
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.running import run
from zhike.core.jobs.start import start

Counting = Callable[[Runner], Job]


def count_beans(progress: Progress, beans: int = 3) -> dict[str, Any]:
    for number in range(progress.done, beans):
        if progress.cancelled():
            return {}
        progress.tell(done=number + 1, counts={"created": number + 1})
    return {"says": f"{beans} beans"}


@pytest.fixture
def counting(lena: User, monkeypatch: pytest.MonkeyPatch) -> Counting:
    """Starts a job of Lena's which the given function does."""

    def begin(work: Runner = count_beans, **arguments: Any) -> Job:
        words = {"created": "beans created", "rejected": "beans rejected"}
        monkeypatch.setitem(KINDS, "beans", JobKind("beans", work, "Counting", counts=words))
        return start("beans", by=lena, title="Count the beans", total=3, **arguments)

    return begin


@pytest.fixture
def work() -> Callable[[Job], Job]:
    """Runs the job as a worker would; the job as it stands then."""

    def do(job: Job) -> Job:
        run(job.pk)
        job.refresh_from_db()
        return job

    return do


@pytest.fixture
def queue(db: None) -> Callable[[], list[dict[str, Any]]]:
    """The arguments of what waits for a worker."""
    return lambda: [one.args for one in ProcrastinateJob.objects.filter(task_name="jobs.run")]
