"""What a runner tells while it works."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from procrastinate.exceptions import JobAborted

from zhike.core.jobs.models import Job
from zhike.core.timeline.push import push

PAUSE = 0.5  # seconds between two writes, and between two looks whether to stop


class Progress:
    """`job` as it stood when this run began; `done`, `counts` and `marker` say where a restarted runner goes on."""

    def __init__(self, job: Job, leaving: Callable[[], bool] = lambda: False) -> None:
        self.job = job
        self.done, self.total = job.done, job.total
        self.counts: dict[str, Any] = dict(job.counts)
        self.marker = job.marker
        self.asked_to_stop = False
        self._leaving = leaving
        self._wrote_at = self._looked_at = float("-inf")

    def tell(
        self,
        *,
        done: int | None = None,
        total: int | None = None,
        counts: Mapping[str, Any] | None = None,
        marker: Any = None,
    ) -> None:
        """How far it is: absolute numbers; what is not named stays.

        Inside a transaction it is written with it, so that work and marker commit together; tell last, since it locks
        the job's row. Outside, it is written at most twice a second. Raises JobAborted when the worker has to go: the
        job is then run again.
        """
        if self._leaving():
            raise JobAborted
        self.done = self.done if done is None else done
        self.total = self.total if total is None else total
        self.counts |= counts or {}
        self.marker = self.marker if marker is None else marker
        if transaction.get_connection().in_atomic_block or monotonic() - self._wrote_at >= PAUSE:
            self.write()

    def write(self) -> None:
        told = {"done": self.done, "total": self.total, "counts": self.counts, "marker": self.marker}
        Job.objects.filter(pk=self.job.pk).update(heartbeat_at=Now(), **told)
        push([self.job.started_by_id], "job", {"id": self.job.pk})
        self._wrote_at = monotonic()

    def cancelled(self) -> bool:
        """Whether the person asked to stop: the runner then returns, and what it did stays."""
        if not self.asked_to_stop and monotonic() - self._looked_at >= PAUSE:
            asked = Job.objects.filter(pk=self.job.pk, cancel_requested_at__isnull=False)
            self.asked_to_stop, self._looked_at = asked.exists(), monotonic()
        return self.asked_to_stop
