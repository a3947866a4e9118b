"""The goals of an edition, and the rules that carry it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.insight.strategy.choices import Better, Section


class StrategyGoal(models.Model):
    """`measure` names a figure of `measures`; without one people note `noted` by hand. `target` is in its unit."""

    strategy = models.ForeignKey("strategy.Strategy", models.CASCADE, related_name="goals")
    name = models.CharField(max_length=160)
    measure = models.CharField(max_length=20, blank=True)
    better = models.CharField(max_length=8, choices=Better, default=Better.AT_LEAST)
    target = models.DecimalField(max_digits=14, decimal_places=2)
    by_day = models.DateField()
    noted = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    noted_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class RuleLink(models.Model):
    """A record that carries a section; `label` is what it was called when it was linked."""

    stays_when_merged: ClassVar[bool] = True

    strategy = models.ForeignKey("strategy.Strategy", models.CASCADE, related_name="rules")
    section = models.CharField(max_length=14, choices=Section)
    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    label = models.CharField(_("called"), max_length=160)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "section", "record_type", "record_id"], name="strategy_carried_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_section_display()} · {self.label}"
