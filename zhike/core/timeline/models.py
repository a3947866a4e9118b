"""Tables of the stream. Rows of `Event` are append-only: triggers of the first migration refuse all else."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from zhike.core.timeline.kinds import KINDS, EventKind
from zhike.core.timeline.origin import LONGEST


class Event(models.Model):
    """What happened, to which record, by whom, on whose behalf, because of what, when, and from where (`origin`)."""

    stays_when_merged: ClassVar[bool] = True

    kind = models.CharField(max_length=60)
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    client = models.ForeignKey("clients.Client", models.DO_NOTHING, null=True, related_name="+", db_index=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+", db_index=False)
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+", db_index=False
    )
    facts = models.JSONField(default=dict)
    caused_by = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())
    origin = models.CharField(max_length=LONGEST, blank=True, default="", db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["record_type", "record_id", "-at", "-id"], name="event_of_record"),
            models.Index(
                fields=["client", "-at", "-id"], name="event_of_client", condition=models.Q(client__isnull=False)
            ),
            models.Index(fields=["actor", "-id"], name="event_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_type} {self.record_id}"

    @property
    def declared(self) -> EventKind:
        return KINDS.get(self.kind) or EventKind(self.kind, self.kind)

    if TYPE_CHECKING:
        client_id: int | None
        actor_id: int | None
        on_behalf_of_id: int | None

    def fact(self, name: str, default: Any = "") -> Any:
        return self.facts.get(name, default)


class Undelivered(models.Model):
    """An event no reaction has seen yet. A trigger inserts it in the event's own transaction."""

    event = models.OneToOneField(Event, models.DO_NOTHING, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)


class Delivery(models.Model):
    """An event that a reaction must still see: an effect outside, or a reaction that failed."""

    event = models.ForeignKey(Event, models.DO_NOTHING, related_name="+")
    reaction = models.CharField(max_length=120)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "reaction"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.reaction} of {self.event_id}"
