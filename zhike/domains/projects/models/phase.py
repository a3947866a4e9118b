"""A phase of a project, and what must be confirmed before it begins."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import UNSETTLED
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.choices import LIVE, UNDONE, MilestoneState
from zhike.domains.projects.choices import PhaseState as State
from zhike.domains.projects.errors import StillOpen, Unconfirmed, WaitsForNothing
from zhike.domains.projects.gates import missing_for
from zhike.domains.projects.models.of_project import OfProject, stands
from zhike.domains.projects.steps import ReleaseForm, RequireForm


class PhaseQuerySet(RecordQuerySet["Phase"]):
    def in_order(self) -> Self:
        return self.standing().order_by("position", "starts_on", "pk")


def _may_begin(phase: Any) -> bool:
    return stands(phase) and phase.project.state in LIVE


def _waits_for_nothing(phase: Any) -> WaitsForNothing | None:
    return None if phase.unconfirmed().exists() else WaitsForNothing()


class Phase(Twinned, OfProject):
    """`requirements` are entries of the ledger; each must be confirmed before it begins."""

    prefix = "PH"
    twinned: ClassVar[Any] = {OWN: ("title",)}
    twin_owner = "project__lead"

    position = models.PositiveSmallIntegerField(_("place"), default=0)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(pgettext_lazy("project", "until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.PLANNED, editable=False)
    started_on = models.DateField(_("started"), null=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, editable=False)
    requirements: Any = models.ManyToManyField(
        "agreements.Entry", blank=True, verbose_name=_("must be confirmed first"), related_name="+", editable=False
    )

    objects: ClassVar[Any] = PhaseQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = _("phase"), _("phases")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="phase_ends_after_start",
            )
        ]

    def unconfirmed(self) -> Any:
        """Requirements that nobody has confirmed."""
        return self.requirements.filter(state__in=UNSETTLED).order_by("pk")

    @transition(
        source=State.PLANNED, target=State.RUNNING, may=may_work, when=_may_begin, tells=events.BEGUN_PHASE,
        label=_("Begin the phase"), icon="right", look="primary",
    )  # fmt: skip
    def begin(self, *, by: Any) -> dict[str, Any]:
        """Refused while a requirement is not confirmed: Unconfirmed."""
        if missing := [*self.unconfirmed(), *missing_for(self)]:
            raise Unconfirmed(missing)
        self.started_on = _today()
        return {"name": str(self)}

    @transition(
        source=State.RUNNING, target=State.DONE, may=may_work, when=stands, tells=events.DONE_PHASE,
        label=_("Finish the phase"), icon="check",
    )  # fmt: skip
    def finish(self, *, by: Any) -> dict[str, Any]:
        """Refused while a task or a milestone of it is open: StillOpen."""
        left = self.tasks.standing().filter(state__in=UNDONE).count()
        left += self.milestones.standing().filter(state=MilestoneState.OPEN).count()
        if left:
            raise StillOpen(left)
        self.ended_on = _today()
        return {"name": str(self)}

    @transition(
        source=State.PLANNED, may=may_work, when=stands, tells=events.REQUIRED,
        label=_("Let it wait for a confirmation"), icon="lock", form=RequireForm,
    )  # fmt: skip
    def require(self, *, by: Any, entry: Any) -> dict[str, Any]:
        """It does not begin before this entry of the ledger is confirmed."""
        self.requirements.add(entry)
        return {"name": str(self), "what": str(entry), "entry": entry.pk}

    @transition(
        source=State.PLANNED, may=may_work, when=stands, tells=events.RELEASED, label=_("Wait no longer"), icon="key",
        form=ReleaseForm, against=_waits_for_nothing,
    )  # fmt: skip
    def release(self, *, by: Any, entry: Any) -> dict[str, Any]:
        self.requirements.remove(entry)
        return {"name": str(self), "what": str(entry), "entry": entry.pk}


def _today() -> date:
    return timezone.localdate(moment())
