"""Somebody who is asked to confirm what was said, also what may be promised only later."""

from django.conf import settings
from django.db import models


class Asked(models.Model):
    """When the minutes were closed, `by` chose to read them back to `contact`: `by_mail`, and `at_once` whatever their
    hours.
    """

    meeting = models.ForeignKey("meetings.Meeting", models.CASCADE, related_name="asked")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_mail = models.BooleanField()
    at_once = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "contact"], name="meeting_asked_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.contact}"
