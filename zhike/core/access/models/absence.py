"""Somebody is away, and somebody stands in."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.policies import may_tell_absence
from zhike.core.access.standing_in import away_on
from zhike.core.base.days import dated_words
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class AbsenceQuerySet(RecordQuerySet["Absence"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff sees who is away."""
        return self if user.is_active else self.none()

    def on(self, day: date) -> Self:
        return self.standing().filter(starts_on__lte=day, ends_on__gte=day).order_by("-pk")


class Absence(Record):
    """From the first day to the last. The deputy is told what the person would be told, sees what they see, and acts
    on their behalf."""

    prefix = "AB"
    label_fields = ("starts_on", "ends_on")
    may_amend = staticmethod(may_tell_absence)

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who is away"), related_name="absences"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who stands in"), related_name="+"
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    note = models.CharField(pgettext_lazy("of an absence", "note"), max_length=200, blank=True)

    objects: ClassVar[Any] = AbsenceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("absence"), _("absences")
        indexes = [*Record.Meta.indexes, models.Index(fields=["ends_on", "starts_on"], name="absence_days")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="absence_has_days"),
            models.CheckConstraint(condition=~models.Q(person=models.F("deputy")), name="absence_has_another"),
        ]

    def __str__(self) -> str:
        return f"{dated_words(self.starts_on)} – {dated_words(self.ends_on)}"

    def write(self, values: dict[str, Any]) -> None:
        """Raises Forbidden for an absence of somebody else that is not one's own to tell."""
        super().write(values)
        if self.pk is None and not may_tell_absence(self.created_by, self):
            raise Forbidden
        away_on.forget()
