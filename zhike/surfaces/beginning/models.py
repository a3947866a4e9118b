"""How far the set-up is: one row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Beginning(models.Model):
    """`code_digest` is the SHA-256 of the code in the log; `passed` the steps that were done or skipped."""

    code_digest = models.CharField(max_length=64, blank=True)
    passed = ArrayField(models.CharField(max_length=20), default=list)
    shown = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_beginning")]

    def __str__(self) -> str:
        return ", ".join(self.passed)
