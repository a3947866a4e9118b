"""Which records belong to the demo."""

from typing import ClassVar

from django.db import models


class Mark(models.Model):
    """One record that the demo made."""

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record_type", "record_id"], name="demo_mark_once")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"
