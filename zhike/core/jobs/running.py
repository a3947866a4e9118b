"""Running a job, once at a time, from its first line or from where a crash left it."""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.exceptions import JobAborted

from zhike.core.base.languages import language_for
from zhike.core.jobs.kinds import KINDS
from zhike.core.jobs.models import Job
from zhike.core.jobs.progress import Progress
from zhike.core.lifecycle.errors import Refused

LOCKS = 7_265_102
AGAIN = (JobAborted, OperationalError, InterfaceError)

log = logging.getLogger(__name__)


class RunsElsewhere(Exception):
    """Another process still runs this job; it is tried again later."""


def run(job_id: int, leaving: Callable[[], bool] = lambda: False) -> None:
    """Run the job to its end. Does nothing when it has ended.

    `leaving` says whether the worker has to go. Raises RunsElsewhere, and what is mended by running again: the worker
    had to go, the database was away, a deadlock.
    """
    with _alone(job_id):
        program = apps.get_model("access.User").objects.system()
        job = Job.objects.select_related("started_by").filter(pk=job_id).first()
        if job is None or not job.under_way:
            return
        job.begin(by=program)
        with translation.override(language_for(job.started_by)):
            _carry_out(job, Progress(job, leaving), program)


def _carry_out(job: Job, progress: Progress, program: object) -> None:
    try:
        result = None if progress.cancelled() else KINDS[job.kind].run(progress, **job.arguments)
        progress.write()
    except AGAIN:
        raise
    except Exception as failure:
        log.exception("The job %s (%s) failed", job.pk, job.kind)
        job.fail(by=program, failure=_sentence(failure), trouble=traceback.format_exc())
    else:
        job.stop(by=program) if progress.asked_to_stop else job.finish(by=program, result=result or {})


def _sentence(failure: Exception) -> str:
    if isinstance(failure, ValidationError):
        return " ".join(failure.messages)
    if isinstance(failure, Refused):
        return str(failure)
    return _("Something went wrong on our side. What was done until then stays. Administrators see the cause here.")


@contextmanager
def _alone(job_id: int) -> Iterator[None]:
    """A worker that was only slow may still be at it when its job is given to another one."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s, %s)", [LOCKS, job_id])
        if not cursor.fetchone()[0]:
            raise RunsElsewhere
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s, %s)", [LOCKS, job_id])
