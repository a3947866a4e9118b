"""That a person was erased. Rows are append-only: a trigger refuses all else."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """Which record, when, by whom, why, and how much of what (`counts`); nothing personal."""

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("by"), related_name="+")
    at = models.DateTimeField(_("when"), db_default=Now())
    reason = models.CharField(_("reason"), max_length=300)
    counts = models.JSONField(default=dict)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name, verbose_name_plural = _("erasure"), _("erasures")
        indexes = [models.Index(fields=["record_type", "record_id"], name="erasure_of_record")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"

    @property
    def reference(self) -> str:
        return f"CT-{self.record_id}"
