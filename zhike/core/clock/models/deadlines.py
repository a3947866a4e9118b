"""What may be asked of deadlines, and how one begins."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from zhike.core.clock import events
from zhike.core.clock.errors import AlreadyRunning

if TYPE_CHECKING:
    from zhike.core.clock.models.calendar import Calendar
    from zhike.core.clock.models.deadline import Deadline

OPEN = models.Q(met_at=None, cancelled_at=None)
RUNNING = OPEN & models.Q(paused_at=None)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def visible_to(self, user: Any) -> Self:
        """Those of clients whom this person sees."""
        if not user.is_active:
            return self.none()
        clients = apps.get_model("clients.Client").objects
        return self if user.sees_all else self.filter(client__in=clients.visible_to(user))

    def of(self, record: models.Model) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def open(self) -> Self:
        """Neither met nor cancelled."""
        return self.filter(OPEN)

    def running(self) -> Self:
        """Open, and the clock does not stand still."""
        return self.filter(RUNNING)

    def late(self, now: datetime) -> Self:
        return self.running().filter(due_at__lt=now)

    def due_within(self, now: datetime, span: timedelta) -> Self:
        """Not late yet, but so soon."""
        return self.running().filter(due_at__gte=now, due_at__lte=now + span)

    def start(
        self,
        record: models.Model,
        name: str,
        *,
        by: Any,
        allowed: timedelta | None = None,
        days: int | None = None,
        due_at: datetime | None = None,
        calendar: "Calendar | None" = None,
        client: Any = None,
        at: datetime | None = None,
    ) -> "Deadline":
        """Start a clock on a record: so much working time, so many working days, or until a given moment.

        `name` is a message that may be translated ("First answer"); one clock of a name runs on a record. The client
        is the record's own unless told. Raises AlreadyRunning, and ValueError unless exactly one end is given.
        """
        if sum(end is not None for end in (allowed, days, due_at)) != 1:
            raise ValueError("Say one of allowed, days and due_at.")
        calendar = calendar or apps.get_model("clock.Calendar").objects.default()
        client_id = client.pk if client else getattr(record, "timeline_client_id", None)
        deadline = self.model(
            record_type=record._meta.label_lower, record_id=record.pk, client_id=client_id, name=name,
            calendar=calendar, allowed=allowed, days=days, given=due_at, started_at=at or timezone.now(),
        )  # fmt: skip
        deadline.due_at = deadline.first_due()
        with transaction.atomic():
            _begin(deadline, self.of(record).filter(name=name))
            deadline.tell(events.STARTED, by=by)
        return deadline


def _begin(deadline: "Deadline", namesakes: DeadlineQuerySet) -> None:
    try:
        with transaction.atomic():
            deadline.save(force_insert=True)
            deadline.segments.create(runs=True, since=deadline.started_at)
    except IntegrityError as error:
        if namesakes.open().exists():
            raise AlreadyRunning(deadline.name) from error
        raise
