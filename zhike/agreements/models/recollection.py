"""Whether the client still knew what was decided, when it was brought up again."""

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

INTERVALS = (1, 3, 7, 21, 60, 180)
"""Days until a decision is brought up again, after each time that it was remembered: growing, as Leitner (So lernt man
lernen, 1972) and Pimsleur (A Memory Schedule, 1967) have it. Once forgotten it begins anew."""


class Recollection(models.Model):
    """`step` is its place in INTERVALS for the next time."""

    stays_when_merged: ClassVar[bool] = True

    decision = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="recollections")
    on = models.DateField(_("brought up"))
    remembered = models.BooleanField(_("remembered"))
    step = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "on"], name="recollected_once_a_day")]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.on}"

    @property
    def again_on(self) -> date:
        return self.on + timedelta(days=INTERVALS[self.step])


def next_step(step: int | None, remembered: bool) -> int:
    """The place in INTERVALS after one more answer; `step` is None before the first."""
    if not remembered:
        return 0
    return 1 if step is None else min(step + 1, len(INTERVALS) - 1)
