"""A piece of work in a project."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.queryset import RecordQuerySet
from zhike.domains.projects.choices import LIVE, UNDONE
from zhike.domains.projects.choices import TaskState as State
from zhike.domains.projects.errors import Unready
from zhike.domains.projects.models.doing import Doing
from zhike.domains.projects.models.of_project import OfProject
from zhike.domains.projects.models.ordering import Ordering

STAFF = settings.AUTH_USER_MODEL


class TaskQuerySet(RecordQuerySet["Task"]):
    def open(self) -> Self:
        return self.standing().filter(state__in=UNDONE)

    def unready(self) -> Self:
        """Open, without owner or day."""
        return self.open().filter(Q(owner=None) | Q(due_on=None)).order_by("pk")

    def owed(self) -> Self:
        """Open, with a day, in projects that run, the soonest first."""
        live = self.open().filter(project__state__in=LIVE, project__archived_at=None)
        return live.exclude(due_on=None).order_by("due_on", "pk")


class Task(Doing, Ordering, Twinned, OfProject):
    """Hours are estimated as low, likely and high. `waits_for` is whoever of theirs has to give `waits_what` first."""

    prefix = "TA"
    twinned: ClassVar[Any] = {OWN: ("title",)}

    phase = models.ForeignKey(
        "projects.Phase", models.PROTECT, null=True, blank=True, verbose_name=_("phase"), related_name="tasks"
    )
    milestone = models.ForeignKey(
        "projects.Milestone", models.PROTECT, null=True, blank=True, verbose_name=_("milestone"), related_name="tasks"
    )
    owner = models.ForeignKey(STAFF, models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+")
    starts_on = models.DateField(_("from"), null=True, blank=True)
    due_on = models.DateField(pgettext_lazy("task", "due"), null=True, blank=True)
    hours_low = models.DecimalField(_("hours, at least"), max_digits=7, decimal_places=2, null=True, blank=True)
    hours = models.DecimalField(_("hours, likely"), max_digits=7, decimal_places=2, null=True, blank=True)
    hours_high = models.DecimalField(_("hours, at most"), max_digits=7, decimal_places=2, null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.TODO, editable=False)
    started_on = models.DateField(_("started"), null=True, editable=False)
    done_on = models.DateField(pgettext_lazy("task", "done"), null=True, editable=False)
    waits_for = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("waits for"), related_name="+"
    )
    waits_what = models.CharField(_("waits for what"), max_length=200, blank=True, editable=False)
    waits_since = models.DateField(_("waits since"), null=True, editable=False)
    befores: Any = models.ManyToManyField(
        "self", through="projects.Follow", through_fields=("task", "before"), symmetrical=False, blank=True,
        editable=False, verbose_name=_("comes after"), related_name="afters",
    )  # fmt: skip

    objects: ClassVar[Any] = TaskQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = pgettext_lazy("project", "task"), pgettext_lazy("project", "tasks")
        indexes = [
            *OfProject.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="task_owed", condition=Q(state__in=["todo", "doing"])),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on=None) | Q(due_on__gte=F("starts_on")),
                name="task_due_after_start",
            ),
            models.CheckConstraint(
                condition=(Q(hours_low=None) | Q(hours=None) | Q(hours__gte=F("hours_low")))
                & (Q(hours=None) | Q(hours_high=None) | Q(hours_high__gte=F("hours"))),
                name="task_hours_in_order",
            ),
        ]

    if TYPE_CHECKING:
        owner_id: int | None

    def write(self, values: dict[str, Any]) -> None:
        """As any record. Raises Unready where the project runs and owner or day would be missing."""
        super().write(values)
        if self.project.is_live and self.state in UNDONE and not (self.owner_id and self.due_on):
            raise Unready([self])

    @property
    def is_open(self) -> bool:
        return self.state in UNDONE

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()


class Follow(models.Model):
    """`task` begins `lag` working days after `before` is finished, or later."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="follows")
    before = models.ForeignKey(Task, models.CASCADE, related_name="followed_by")
    lag = models.SmallIntegerField(_("days between"), default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "before"], name="follow_once"),
            models.CheckConstraint(condition=~Q(task=F("before")), name="follow_another"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.task_id}"

    if TYPE_CHECKING:
        task_id: int
        before_id: int
