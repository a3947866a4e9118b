"""That somebody was told that a date is near."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from zhike.core.record.seeing import client_seen_by


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def open_for(self, user: Any, today: date) -> Self:
        """What the person, or who stands in, has not put aside: while the day is ahead and the client theirs."""
        theirs = Q(person=F("date__client__owner")) | Q(person=F("date__client__deputy"))
        ahead = self.filter(theirs, day=F("date__next_on"), day__gte=today, date__archived_at=None, dismissed_at=None)
        seen = ahead.filter(client_seen_by(user, "date__client_id"), person__in=user.stands_for)
        return seen.order_by("day", "pk")


class Reminder(models.Model):
    """One person, one date, one coming of it: once. `dismissed_at` is when it was put aside."""

    date = models.ForeignKey("dates.ImportantDate", models.CASCADE, related_name="reminders", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    dismissed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = ReminderQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["date", "day", "person"], name="reminded_once")]
        indexes = [models.Index(fields=["person", "day"], name="reminder_open", condition=Q(dismissed_at=None))]

    def __str__(self) -> str:
        return f"{self.date_id} {self.day} {self.person_id}"

    def dismiss(self) -> None:
        """Put it aside; the date itself stays, and comes again."""
        type(self).objects.filter(pk=self.pk, dismissed_at=None).update(dismissed_at=timezone.now())
