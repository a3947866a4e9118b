"""A flow, what stands in it and what comes after what."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements.flows import events
from zhike.domains.requirements.flows.choices import COLUMNS, ROWS, Shape
from zhike.domains.requirements.flows.editing import Editing


class Flow(Editing, Record):
    """Of a project, of a requirement, or of a requirement in its project; `client` is theirs, written with it."""

    prefix = "FW"
    label_fields = ("title",)

    title = models.CharField(_("title"), max_length=200)
    note = models.CharField(_("what it shows"), max_length=500, blank=True)
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, verbose_name=_("project"), related_name="flows"
    )
    requirement = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, null=True, blank=True, verbose_name=_("requirement"),
        related_name="flows",
    )  # fmt: skip
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )

    objects: ClassVar[Any] = RecordQuerySet["Flow"].as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("flow"), _("flows")
        constraints = [
            models.CheckConstraint(
                condition=Q(project__isnull=False) | Q(requirement__isnull=False), name="flow_of_something"
            )
        ]

    if TYPE_CHECKING:
        nodes: Any

    def __str__(self) -> str:
        return self.title

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        if self.requirement:
            self.project = self.project or self.requirement.project
        of: Any = self.project or self.requirement
        if of is None:
            raise ValidationError(_("Of which project or requirement is it?"))
        self.client_id = of.client_id

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.DRAWN


class Node(models.Model):
    """In the cell `column`, `row` of the drawing, from 0. `requirement` is what it takes."""

    flow = models.ForeignKey(Flow, models.CASCADE, related_name="nodes")
    shape = models.CharField(pgettext_lazy("flow", "kind"), max_length=8, choices=Shape, default=Shape.STEP)
    text = models.CharField(_("what happens"), max_length=200)
    column = models.PositiveSmallIntegerField(default=0)
    row = models.PositiveSmallIntegerField(default=0)
    requirement = models.ForeignKey(
        "requirements.Requirement", models.SET_NULL, null=True, verbose_name=_("requirement"), related_name="nodes"
    )

    class Meta:
        ordering = ["row", "column"]
        constraints = [
            models.UniqueConstraint(fields=["flow", "column", "row"], name="one_node_in_a_cell"),
            models.CheckConstraint(condition=Q(column__lt=COLUMNS, row__lt=ROWS), name="node_within_the_drawing"),
        ]

    if TYPE_CHECKING:
        flow_id: int
        requirement_id: int | None

    def __str__(self) -> str:
        return self.text


class Arrow(models.Model):
    """`after` comes after `before`; `words` say when, where that is decided."""

    flow = models.ForeignKey(Flow, models.CASCADE, related_name="arrows")
    before = models.ForeignKey(Node, models.CASCADE, related_name="leads_to")
    after = models.ForeignKey(Node, models.CASCADE, related_name="comes_from")
    words = models.CharField(pgettext_lazy("flow", "when"), max_length=40, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="joined_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="after_another"),
        ]

    if TYPE_CHECKING:
        before_id: int
        after_id: int

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
