"""A project for a client."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.domains.projects.choices import LIVE, RESTING, ProjectState
from zhike.domains.projects.models.progress import progress
from zhike.domains.projects.models.running import Running


class ProjectQuerySet(RecordQuerySet["Project"]):
    def open(self) -> Self:
        """Neither done nor stopped."""
        return self.standing().exclude(state__in=(ProjectState.DONE, ProjectState.STOPPED))

    def live(self) -> Self:
        return self.standing().filter(state__in=LIVE)

    def with_progress(self, today: Any) -> Self:
        """Each with `task_count`, `done_count`, and `late_count` of tasks and milestones after their day."""
        return self.annotate(**progress(today))


class Project(Running, Twinned, Record):
    """`scope` is what is in it, `excluded` what is not. `budget` is in `currency`. `ends_on` is the day agreed."""

    prefix = "PJ"
    twinned: ClassVar[Any] = {OWN: ("name", "why", "scope", "excluded", "constraints")}
    twin_owner = "lead"

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="projects")
    name = models.CharField(pgettext_lazy("of a project", "name"), max_length=200)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("leads"), related_name="+")
    why = models.TextField(_("what it is for"), blank=True)
    scope = models.TextField(_("what is in it"), blank=True)
    excluded = models.TextField(_("what is not in it"), blank=True)
    constraints = models.TextField(_("what bounds it"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(pgettext_lazy("project", "until"), null=True, blank=True)
    budget = models.DecimalField(_("budget"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=ProjectState, default=ProjectState.DRAFTED, editable=False
    )
    reason = models.CharField(_("why paused or stopped"), max_length=500, blank=True, editable=False)
    started_on = models.DateField(_("started"), null=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, editable=False)

    objects: ClassVar[Any] = ProjectQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("project"), _("projects")
        indexes = [*Record.Meta.indexes, models.Index(fields=["client", "state"], name="project_of_client")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(budget=None) | Q(budget__gte=0), name="project_budget"),
            models.CheckConstraint(condition=Q(budget=None) | ~Q(currency=""), name="project_budget_in_a_currency"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def rests(self) -> bool:
        """Nothing is asked for it: it is paused, at its end or put away."""
        return self.archived_at is not None or self.state in RESTING

    @property
    def is_live(self) -> bool:
        """Its tasks need owner and day."""
        return self.state in LIVE
