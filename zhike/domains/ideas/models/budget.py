"""How many hours a quarter the company gives to trials: one row."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

USUAL, MOST = 40, 5_000


class TrialBudgetManager(models.Manager["TrialBudget"]):
    def ruling(self) -> "TrialBudget":
        """What was set; a working week while nobody set it."""
        return self.first() or TrialBudget()


class TrialBudget(models.Model):
    hours = models.PositiveSmallIntegerField(
        _("hours for trials in a quarter"), default=USUAL, validators=[MaxValueValidator(MOST)]
    )

    objects: ClassVar[Any] = TrialBudgetManager()

    class Meta:
        constraints = [models.UniqueConstraint(models.Value(1), name="one_trial_budget")]

    def __str__(self) -> str:
        return str(self.hours)
