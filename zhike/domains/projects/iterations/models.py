"""An iteration and what it has taken on."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.iterations import events
from zhike.domains.projects.iterations.choices import OPEN, Fate, State
from zhike.domains.projects.iterations.going import Going
from zhike.domains.projects.models import Project
from zhike.domains.projects.models.of_project import OfProject


class IterationQuerySet(RecordQuerySet["Iteration"]):
    def open(self) -> Self:
        """Not reviewed, in the order in which they come."""
        return self.standing().filter(state__in=OPEN).order_by("number")

    @transaction.atomic
    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record, with the next number. The project is locked, so that no two get one number."""
        Project.objects.select_for_update(no_key=True).get(pk=values["project"].pk)
        number = self.model.objects.filter(project=values["project"]).count() + 1
        return super().add(by=by, number=number, **values)


class Iteration(Going, Twinned, OfProject):
    """`hours` is what the team can give. `review` is what moved while it ran, as `looking_back` tells it; the client
    accepts it by `entry`.
    """

    prefix = "IR"
    twinned: ClassVar[Any] = {OWN: ("title", "goal", "outcome")}
    twin_owner = "project__lead"

    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    goal = models.TextField(_("what shall be there at its end"), blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    hours = models.DecimalField(_("hours the team can give"), max_digits=7, decimal_places=2, null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PLANNED, editable=False)
    begun_at = models.DateTimeField(null=True, editable=False)
    reviewed_on = models.DateField(_("reviewed on"), null=True, editable=False)
    attended = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("took part"), related_name="+"
    )
    outcome = models.TextField(_("what came of it"), blank=True, editable=False)
    review = models.JSONField(default=dict, editable=False)
    entry = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, editable=False, verbose_name=_("acceptance"), related_name="+"
    )

    objects: ClassVar[Any] = IterationQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = _("iteration"), _("iterations")
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="iteration_once"),
            models.UniqueConstraint(
                fields=["project"], name="one_iteration_runs", condition=Q(state=State.RUNNING, archived_at=None)
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="iteration_ends_after_start"),
        ]

    if TYPE_CHECKING:
        project_id: int
        taken: Any

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.PLANNED


class Taken(models.Model):
    """A task in an iteration; `later` when it came in after the beginning. `fate` is empty until the review."""

    iteration = models.ForeignKey(Iteration, models.CASCADE, related_name="taken")
    task = models.ForeignKey("projects.Task", models.CASCADE, related_name="taken_into")
    later = models.BooleanField(default=False)
    fate = models.CharField(max_length=7, choices=Fate, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["iteration", "task"], name="taken_once"),
            models.UniqueConstraint(fields=["task"], name="taken_into_one", condition=Q(fate="")),
        ]

    def __str__(self) -> str:
        return f"{self.iteration} · {self.task}"
