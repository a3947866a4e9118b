"""What the rules of engagement keep beside the ledger: by which clause a clock runs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClauseClock(models.Model):
    """Chosen when the clock starts. No amendment moves a clock that runs: it is due by the clause of its start."""

    stays_when_merged: ClassVar[bool] = True

    deadline = models.OneToOneField("clock.Deadline", models.CASCADE, primary_key=True, related_name="ruled")
    clause = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="clocks")

    class Meta:
        verbose_name, verbose_name_plural = _("clock of a clause"), _("clocks of clauses")

    def __str__(self) -> str:
        return f"{self.deadline_id} {self.clause_id}"
