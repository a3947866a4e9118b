"""Something that is wrong with a deliverable."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.quality import events
from zhike.domains.projects.quality.choices import UNSOLVED, Severity
from zhike.domains.projects.quality.choices import DefectState as State
from zhike.domains.projects.quality.models.of_deliverable import OfDeliverable
from zhike.domains.projects.quality.steps import WhyForm


class DefectQuerySet(RecordQuerySet["Defect"]):
    def unsolved(self) -> Self:
        """Nobody has looked at the fix yet; the gravest first."""
        return self.standing().filter(state__in=UNSOLVED).order_by("-severity", "pk")


class Defect(OfDeliverable):
    """`found_in` is the newest version when it was noted, `fixed_in` the newest one when it was fixed. With a `contact`
    the client found it; `source` is the check that did. It is a fault if the client had accepted the thing before.
    """

    prefix = "DF"

    severity = models.PositiveSmallIntegerField(_("severity"), choices=Severity, default=Severity.NORMAL)
    text = models.TextField(_("what is wrong, and how to see it"), blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    due_on = models.DateField(pgettext_lazy("defect", "to be fixed by"), null=True, blank=True)
    source = models.ForeignKey(
        "quality.Check", models.PROTECT, null=True, blank=True, verbose_name=_("found by the test case"),
        related_name="defects",
    )  # fmt: skip
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("found by"), related_name="+"
    )
    found_in = models.ForeignKey(
        "projects.Version", models.PROTECT, null=True, editable=False, verbose_name=_("found in"), related_name="+"
    )
    fixed_in = models.ForeignKey(
        "projects.Version", models.PROTECT, null=True, editable=False, verbose_name=_("fixed in"), related_name="+"
    )
    is_fault = models.BooleanField(_("found after acceptance"), default=False, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, editable=False)
    reason = models.CharField(_("why"), max_length=500, blank=True, editable=False)

    objects: ClassVar[Any] = DefectQuerySet.as_manager()

    class Meta(OfDeliverable.Meta):
        verbose_name, verbose_name_plural = _("defect"), _("defects")
        indexes = [
            *OfDeliverable.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="defect_owed", condition=Q(state="open")),
        ]

    if TYPE_CHECKING:
        found_in_id: int | None
        contact_id: int | None

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        if self.pk is None:
            self.found_in = self.deliverable.current
            self.is_fault = self.deliverable.accepted_on is not None

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.FOUND

    @transition(
        source=State.OPEN, target=State.FIXED, may=may_work, when=stands, tells=events.FIXED, label=_("Fixed"),
        icon="check", look="primary",
    )  # fmt: skip
    def fix(self, *, by: Any) -> dict[str, Any]:
        """In the newest version; somebody still looks at it."""
        self.fixed_in = self.deliverable.current
        return {"name": str(self)}

    @transition(
        source=State.FIXED, target=State.CLOSED, may=may_work, when=stands, tells=events.CLOSED,
        label=_("Looked at: it is gone"), icon="check", look="primary",
    )  # fmt: skip
    def close(self, *, by: Any) -> dict[str, Any]:
        return {"name": str(self)}

    @transition(
        source=State.OPEN, target=State.REJECTED, may=may_work, when=stands, tells=events.REJECTED,
        label=_("It is no defect"), icon="stop", form=WhyForm,
    )  # fmt: skip
    def reject(self, *, by: Any, reason: str) -> dict[str, Any]:
        self.reason = reason
        return {"name": str(self), "reason": reason}

    @transition(
        source=(State.FIXED, State.CLOSED, State.REJECTED), target=State.OPEN, may=may_work, when=stands,
        tells=events.REOPENED, label=_("Open again"), icon="undo", form=WhyForm,
    )  # fmt: skip
    def reopen(self, *, by: Any, reason: str) -> dict[str, Any]:
        """It is there still, or again."""
        self.reason, self.fixed_in = "", None
        return {"name": str(self), "reason": reason}
