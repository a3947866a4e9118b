"""A tier given to a client by hand."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class OverrideQuerySet(models.QuerySet["Override"]):
    def open(self) -> Self:
        return self.filter(ended_at=None)

    def over(self, today: date) -> Self:
        """Those whose last day has passed."""
        return self.open().filter(until__lt=today)


class Override(models.Model):
    """Holds from its approval to the end of `until`, or until somebody ends it; then the rule decides again."""

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="+", db_index=False)
    tier = models.ForeignKey("tiers.Tier", models.PROTECT, related_name="+")
    approval = models.ForeignKey("approval.Approval", models.PROTECT, related_name="+")
    reason = models.TextField()
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: Any = OverrideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client"], condition=Q(ended_at=None), name="one_override_per_client")
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(ended_at=None), name="override_until"),
            models.Index(fields=["client", "-since"], name="override_of_client"),
        ]

    def __str__(self) -> str:
        return f"{self.client} → {self.tier}"
