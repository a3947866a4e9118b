"""A risk or a problem of a project."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.models.of_project import OfProject
from zhike.domains.projects.risks import events
from zhike.domains.projects.risks.choices import ALIVE, Impact, Kind, Likelihood, Rating, Response, State, rating_of
from zhike.domains.projects.risks.models.ending import Ending
from zhike.domains.projects.risks.models.telling_it import TellingIt


class RiskQuerySet(RecordQuerySet["Risk"]):
    def alive(self) -> Self:
        """Neither handled nor over, the worst first."""
        return self.standing().filter(state__in=ALIVE).order_by("-score", "due_on", "pk")


class Risk(TellingIt, Ending, Twinned, OfProject):
    """`score` is likelihood times impact; a problem is there already, and so as likely as can be.

    `plan` is what we do about it until `due_on`. `former` is the risk that became this problem. `chosen` is the option
    that the client wants.
    """

    prefix = "RK"
    twinned: ClassVar[Any] = {OWN: ("title", "cause", "effect"), "options": ("words",)}

    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.RISK)
    cause = models.TextField(_("what it comes from"), blank=True)
    effect = models.TextField(_("what it would mean"), blank=True)
    likelihood = models.PositiveSmallIntegerField(_("likelihood"), choices=Likelihood, default=Likelihood.POSSIBLE)
    impact = models.PositiveSmallIntegerField(_("impact"), choices=Impact, default=Impact.MODERATE)
    score = models.PositiveSmallIntegerField(_("score"), editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    due_on = models.DateField(pgettext_lazy("risk", "to be handled by"), null=True, blank=True)
    response = models.CharField(_("response"), max_length=8, choices=Response, blank=True)
    plan = models.TextField(_("what we do about it"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, editable=False)
    told_on = models.DateField(_("told on"), null=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, editable=False)
    outcome = models.CharField(_("how it ended"), max_length=500, blank=True, editable=False)
    former = models.OneToOneField(
        "risks.Risk", models.PROTECT, null=True, editable=False, verbose_name=_("was the risk"), related_name="problem"
    )
    chosen = models.ForeignKey(
        "risks.Option", models.PROTECT, null=True, editable=False, verbose_name=_("chosen by the client"),
        related_name="+",
    )  # fmt: skip

    objects: ClassVar[Any] = RiskQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = _("risk or problem"), _("risks and problems")
        indexes = [
            *OfProject.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="risk_owed", condition=Q(state__in=["open", "told"])),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), impact__range=(1, 5)), name="risk_in_the_matrix"
            )
        ]

    if TYPE_CHECKING:
        former_id: int | None
        chosen_id: int | None

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        if self.kind == Kind.PROBLEM:
            self.likelihood = Likelihood.CERTAIN
        self.score = self.likelihood * self.impact

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.NOTED_PROBLEM if self.kind == Kind.PROBLEM else events.NOTED

    @property
    def rating(self) -> Rating:
        return rating_of(self.score)

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE

    @property
    def is_late(self) -> bool:
        return self.is_alive and self.due_on is not None and self.due_on < timezone.localdate()
