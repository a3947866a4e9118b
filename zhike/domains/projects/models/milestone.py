"""A day that matters in a project, and how it moved."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.choices import LIVE
from zhike.domains.projects.choices import MilestoneState as State
from zhike.domains.projects.models.of_project import OfProject, stands
from zhike.domains.projects.steps import MoveForm, ReachForm, ReasonForm


def _is_news(milestone: Any) -> bool:
    return stands(milestone) and milestone.at_risk is None


class MilestoneQuerySet(RecordQuerySet["Milestone"]):
    def open(self) -> Self:
        return self.standing().filter(state=State.OPEN)

    def owed(self) -> Self:
        """Open, in projects that run, the soonest first."""
        return self.open().filter(project__state__in=LIVE, project__archived_at=None).order_by("due_on", "pk")


class Milestone(Twinned, OfProject):
    """`contact` is who of theirs has to do it; without one it is ours. `first_due_on` is the day of the first plan.

    `at_risk` is the percentage foretold when its owner was told that it may not come by its present day.
    """

    prefix = "ML"
    twinned: ClassVar[Any] = {OWN: ("title",), "moves": ("reason",)}

    phase = models.ForeignKey(
        "projects.Phase", models.PROTECT, null=True, blank=True, verbose_name=_("phase"), related_name="milestones"
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("theirs to do"), related_name="+"
    )
    due_on = models.DateField(pgettext_lazy("milestone", "due"))
    first_due_on = models.DateField(_("first planned for"), editable=False)
    client_sees = models.BooleanField(_("the client sees it"), default=True)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.OPEN, editable=False)
    reached_on = models.DateField(_("reached"), null=True, editable=False)
    at_risk = models.PositiveSmallIntegerField(_("may not come in time"), null=True, editable=False)

    objects: ClassVar[Any] = MilestoneQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = _("milestone"), _("milestones")
        indexes = [
            *OfProject.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="milestone_owed", condition=Q(state="open")),
        ]

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        if self.pk is None:
            self.first_due_on = self.due_on

    @property
    def slip(self) -> int:
        """Days after the first plan; negative when earlier."""
        return ((self.reached_on or self.due_on) - self.first_due_on).days

    @property
    def is_late(self) -> bool:
        return self.state == State.OPEN and self.due_on < timezone.localdate()

    @transition(
        source=State.OPEN, may=may_work, when=stands, tells=events.MOVED, label=_("Move"), icon="calendar",
        form=MoveForm,
    )  # fmt: skip
    def move(self, *, by: Any, due_on: date, reason: str) -> dict[str, Any]:
        """To another day; where it was, and why, stays readable."""
        was, self.due_on, self.at_risk = self.due_on, due_on, None
        Move.objects.create(milestone=self, was=was, due_on=due_on, reason=reason, moved_at=moment(), moved_by=by)
        return {"name": str(self), "was": was.isoformat(), "when": due_on.isoformat(), "reason": reason}

    @transition(
        source=State.OPEN, may=may_nobody, when=_is_news, tells=events.AT_RISK, label=_("May not come in time"),
        icon="warning",
    )  # fmt: skip
    def foresee(self, *, by: Any, percent: int) -> dict[str, Any]:
        """It comes in time with `percent`, as its open tasks are estimated. Once for each day it is due on."""
        self.at_risk = percent
        return {"name": str(self), "percent": percent, "people": [self.owner_id]}

    @transition(
        source=State.OPEN, target=State.REACHED, may=may_work, when=stands, tells=events.REACHED,
        label=_("Note as reached"), icon="check", look="primary", form=ReachForm,
    )  # fmt: skip
    def reach(self, *, by: Any, on: date | None = None) -> dict[str, Any]:
        self.reached_on = on or timezone.localdate(moment())
        return {"name": str(self), "on": self.reached_on.isoformat()}

    @transition(
        source=State.OPEN, target=State.MISSED, may=may_work, when=stands, tells=events.MISSED,
        label=_("Note as missed"), icon="close", form=ReasonForm,
    )  # fmt: skip
    def miss(self, *, by: Any, reason: str) -> dict[str, Any]:
        """It will not come any more."""
        return {"name": str(self), "reason": reason}

    @transition(
        source=(State.REACHED, State.MISSED), target=State.OPEN, may=may_work, when=stands,
        tells=events.REOPENED_MILESTONE, label=_("Open again"), icon="undo",
    )  # fmt: skip
    def reopen(self, *, by: Any) -> dict[str, Any]:
        self.reached_on = None
        return {"name": str(self)}


class Move(models.Model):
    """A milestone went from one day to another."""

    milestone = models.ForeignKey(Milestone, models.CASCADE, related_name="moves")
    was = models.DateField()
    due_on = models.DateField()
    reason = models.CharField(_("why"), max_length=500)
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.was} → {self.due_on}"

    @property
    def days(self) -> int:
        return (self.due_on - self.was).days
