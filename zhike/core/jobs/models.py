"""A job."""

from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.jobs import events
from zhike.core.jobs.kinds import KINDS, JobKind
from zhike.core.lifecycle.policies import may_nobody
from zhike.core.lifecycle.transition import transition


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Stopped")


UNDER_WAY = (State.WAITING, State.RUNNING)


def may_cancel(user: Any, job: "Job") -> bool:
    """Who started it, and administrators."""
    return bool(user.is_active and (user.sees_all or job.started_by_id == user.pk))


def _not_asked_yet(job: "Job") -> bool:
    return job.cancel_requested_at is None


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user: Any) -> Self:
        """One's own; administrators see all."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self if user.sees_all else self.filter(started_by=user)

    def under_way(self) -> Self:
        return self.filter(state__in=UNDER_WAY)


class Job(models.Model):
    """`total` is None while nobody knows it. `failure` is a sentence for the person, `trouble` the traceback."""

    kind = models.CharField(max_length=60, editable=False)
    title = models.CharField(_("title"), max_length=200)
    arguments = models.JSONField(default=dict, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("started by"), related_name="+", db_index=False
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True)
    counts = models.JSONField(default=dict)
    marker = models.JSONField(null=True)
    result = models.JSONField(default=dict)
    failure = models.TextField(blank=True)
    trouble = models.TextField(blank=True)
    created_at = models.DateTimeField(_("started"), db_default=Now())
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    cancel_requested_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(_("ended"), null=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = JobQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("job"), _("jobs")
        indexes = [
            models.Index(fields=["started_by", "-id"], name="job_of_person"),
            models.Index(fields=["created_at"], name="job_under_way", condition=models.Q(state__in=UNDER_WAY)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        page = self.declared.page
        return page(self) if page else reverse("job", args=[self.pk])

    @property
    def declared(self) -> JobKind:
        return KINDS.get(self.kind) or JobKind(self.kind, lambda _progress: None, self.kind)

    @property
    def under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def time_left(self) -> timedelta | None:
        """About how long it still takes, at the pace so far; None when that cannot be said."""
        if not (self.state == State.RUNNING and self.started_at and self.total and self.done):
            return None
        return (timezone.now() - self.started_at) * (max(self.total - self.done, 0) / self.done)

    def facts(self, **more: Any) -> dict[str, Any]:
        return {"title": self.title, "person": self.started_by_id, "url": self.get_absolute_url()} | more

    @transition(
        source=UNDER_WAY, may=may_cancel, when=_not_asked_yet, tells=events.CANCEL_ASKED, label=_("Stop"), icon="stop"
    )
    def cancel(self, *, by: Any) -> dict[str, Any]:
        """Ask it to stop at the next good moment. What was done until then stays."""
        self.cancel_requested_at = timezone.now()
        return self.facts()

    @transition(source=UNDER_WAY, target=State.RUNNING, may=may_nobody, tells=events.BEGUN, label=_("Run"))
    def begin(self, *, by: Any) -> dict[str, Any]:
        """Also after a crash, to go on."""
        self.heartbeat_at = timezone.now()
        self.started_at = self.started_at or self.heartbeat_at
        return self.facts()

    @transition(source=State.RUNNING, target=State.DONE, may=may_nobody, tells=events.FINISHED, label=_("Finish"))
    def finish(self, *, by: Any, result: dict[str, Any]) -> dict[str, Any]:
        self.result, self.finished_at = result, timezone.now()
        return self.facts(counts=self.counts)

    @transition(source=State.RUNNING, target=State.FAILED, may=may_nobody, tells=events.FAILED, label=_("Fail"))
    def fail(self, *, by: Any, failure: str, trouble: str) -> dict[str, Any]:
        self.failure, self.trouble, self.finished_at = failure, trouble, timezone.now()
        return self.facts(failure=failure)

    @transition(source=State.RUNNING, target=State.CANCELLED, may=may_nobody, tells=events.CANCELLED, label=_("Stop"))
    def stop(self, *, by: Any) -> dict[str, Any]:
        self.finished_at = timezone.now()
        return self.facts(counts=self.counts)
