"""Hours that were rework, and because of which requirement."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.models import Hours
from zhike.domains.requirements.rework import events


class ReworkQuerySet(RecordQuerySet["Rework"]):
    def add(self, *, by: Any, **values: Any) -> "Rework":
        """As any record; its event names the requirement."""
        return super().add(by=by, facts={"what": str(values["requirement"])}, **values)

    def of(self, requirement: Any) -> Self:
        return self.standing().filter(requirement=requirement).select_related("hours__person").order_by("-hours__on")

    def booked(self) -> Any:
        """The hours themselves."""
        return Hours.objects.filter(pk__in=self.standing().values("hours"))


class Rework(Record):
    """`hours` were booked because `requirement` had left something open; `note` says what was done again."""

    prefix = "RW"
    label_fields = ("note",)

    requirement = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, verbose_name=_("what was unclear"), related_name="rework"
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )
    hours = models.ForeignKey(
        "projects.Hours", models.PROTECT, verbose_name=_("booked hours"), related_name="rework"
    )  # fmt: skip
    note = models.CharField(_("what was done again, and why"), max_length=300)

    objects: ClassVar[Any] = ReworkQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("rework"), _("rework")
        constraints = [
            models.UniqueConstraint(
                fields=["hours"], condition=Q(archived_at=None), name="rework_once",
                violation_error_message=_("These hours are noted as rework already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.note

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.client_id = self.requirement.client_id

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.NOTED
