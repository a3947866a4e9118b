"""Something that is owed by a moment, with a clock that can stand still."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.clock.models.deadlines import OPEN, RUNNING, DeadlineQuerySet
from zhike.core.clock.models.ticking import Ticking
from zhike.core.clock.working_time import between
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import event_of, tell_many


class Deadline(Ticking, models.Model):
    """Its end is `allowed` working time, `days` working days or a `given` moment; `due_at` adds the pauses to it.

    `passed_at` is when the sweep found it late.
    """

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    client = models.ForeignKey("clients.Client", models.CASCADE, null=True, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    calendar = models.ForeignKey("clock.Calendar", models.PROTECT, related_name="+")
    allowed = models.DurationField(null=True)
    days = models.PositiveIntegerField(null=True)
    given = models.DateTimeField(null=True)
    started_at = models.DateTimeField(_("started"))
    due_at = models.DateTimeField(_("due"))
    paused_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("deadline"), _("deadlines")
        indexes = [
            models.Index("due_at", condition=RUNNING, name="deadline_running"),
            models.Index("due_at", condition=RUNNING & Q(passed_at=None), name="deadline_to_sweep"),
            models.Index("record_type", "record_id", name="deadline_of_record"),
        ]
        constraints = [
            models.UniqueConstraint("record_type", "record_id", "name", condition=OPEN, name="one_open_clock_per_name"),
            models.CheckConstraint(condition=Q(due_at__gte=F("started_at")), name="deadline_due_after_start"),
            models.CheckConstraint(
                condition=Q(allowed=None, days=None, given__isnull=False)
                | Q(allowed=None, days__isnull=False, given=None)
                | Q(allowed__isnull=False, days=None, given=None),
                name="deadline_has_one_end",
            ),
            models.CheckConstraint(condition=Q(met_at=None) | Q(cancelled_at=None), name="deadline_met_or_cancelled"),
            models.CheckConstraint(condition=Q(paused_at=None) | OPEN, name="deadline_paused_while_open"),
        ]

    if TYPE_CHECKING:
        client_id: int | None
        segments: Any

    def __str__(self) -> str:
        return gettext(self.name)

    @property
    def is_open(self) -> bool:
        return self.met_at is None and self.cancelled_at is None

    def is_late(self, now: datetime) -> bool:
        """Met after its time, or open and running past it."""
        stopped = self.met_at or self.paused_at or now
        return self.cancelled_at is None and stopped > self.due_at

    def left(self, now: datetime) -> timedelta:
        """Working time until it is due; none when late. A paused clock keeps what was left at the pause."""
        since = self.met_at or self.paused_at or now
        return between(self.working, since, self.due_at) if since < self.due_at else timedelta()

    def spent(self, now: datetime) -> timedelta:
        """Working time during which the clock ran."""
        runs = (segment for segment in self.segments.all() if segment.runs)
        return sum((between(self.working, run.since, run.until or now) for run in runs), timedelta())

    @property
    def working(self) -> Any:
        return self.calendar.working(self.started_at.date())

    def event(self, kind: EventKind, *, by: Any, **facts: Any) -> Event:
        """An unsaved event on the record that owes."""
        record = apps.get_model(self.record_type)(pk=self.record_id)
        facts |= {"deadline": self.pk, "name": self.name, "due": self.due_at.isoformat()}
        return event_of(kind, record, by=by, client=self.client, facts=facts)

    def tell(self, kind: EventKind, *, by: Any, **facts: Any) -> Event:
        return tell_many([self.event(kind, by=by, **facts)])[0]
