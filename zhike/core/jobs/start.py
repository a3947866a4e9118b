"""Starting a job."""

from typing import Any

from django.db import transaction

from zhike.core.jobs.events import STARTED
from zhike.core.jobs.jobs import run_job
from zhike.core.jobs.kinds import KINDS
from zhike.core.jobs.models import Job
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.tell import tell


def start(kind: str, *, by: Any, title: str, total: int | None = None, **arguments: Any) -> Job:
    """Start work of a declared kind; a worker takes it up once the transaction commits.

    `arguments` (JSON) go to the runner. `total` is how much there is to do, if known. Raises Forbidden; KeyError for
    an unknown kind.
    """
    if not KINDS[kind].may(by, None):
        raise Forbidden
    with transaction.atomic():
        job = Job.objects.create(kind=kind, title=title[:200], started_by=by, total=total, arguments=arguments)
        tell(STARTED, job, by=by, facts=job.facts())
        run_job.defer(job_id=job.pk)
    return job
