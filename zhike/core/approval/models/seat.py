"""A person who may decide an approval, and what was answered from that place."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.timeline.moment import moment


class Answer(models.TextChoices):
    YES = "yes", pgettext_lazy("decision", "Approved")
    NO = "no", pgettext_lazy("decision", "Refused")


class Seat(models.Model):
    """`decided_by` is who answered: the person, or a deputy on the person's behalf."""

    approval = models.ForeignKey("approval.Approval", models.CASCADE, related_name="seats")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=3, choices=Answer, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "person"], name="one_seat_per_person"),
            models.UniqueConstraint(
                fields=["approval", "decided_by"], condition=Q(decided_by__isnull=False), name="one_answer_per_person"
            ),
            models.CheckConstraint(
                condition=Q(answer="", decided_by=None) | ~Q(answer="") & Q(decided_by__isnull=False),
                name="an_answer_is_somebodys",
            ),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(answer=""), name="seat_open")]

    def __str__(self) -> str:
        return f"{self.person} {self.answer}"

    def take(self, answer: str, *, by: Any, reason: str) -> None:
        """Answer from this seat, inside the approval's verb."""
        self.answer, self.decided_by, self.reason, self.decided_at = answer, by, reason.strip(), moment()
        self.save(update_fields=["answer", "decided_by", "reason", "decided_at"])
