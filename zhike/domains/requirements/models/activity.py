"""What their people do, in the order in which they do it: the backbone of a story map."""

from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.queryset import RecordQuerySet
from zhike.domains.projects.models import Project
from zhike.domains.projects.models.of_project import OfProject, stands
from zhike.domains.requirements import events
from zhike.domains.requirements.map_steps import OrderForm
from zhike.domains.requirements.placing import next_in, put_before


class ActivityQuerySet(RecordQuerySet["Activity"]):
    def in_order(self) -> Self:
        return self.standing().order_by("position", "pk")

    @transaction.atomic
    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record, at the end of the backbone."""
        Project.objects.select_for_update(no_key=True).get(pk=values["project"].pk)
        last = self.model.objects.filter(project=values["project"]).aggregate(last=models.Max("position"))["last"]
        return super().add(by=by, position=(last or 0) + 1, **values)


class Activity(OfProject):
    """`title` says what somebody does; requirements stand below it, by phase, in their own order."""

    prefix = "AC"

    note = models.CharField(_("who does it, and when"), max_length=300, blank=True)
    position = models.PositiveIntegerField(_("place"), default=0, editable=False)

    objects: ClassVar[Any] = ActivityQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = pgettext_lazy("story map", "activity"), _("activities")

    @transition(
        may=may_work, when=stands, tells=events.ORDERED, label=_("Move in the story map"), icon="sort", form=OrderForm
    )
    def move(self, *, by: Any, before: Any = None) -> dict[str, Any]:
        """Before another one of the same project; None moves it to the end."""
        Project.objects.select_for_update(no_key=True).get(pk=self.project_id)
        line = list(Activity.objects.in_order().filter(project=self.project_id))
        was = {"before": next_in(line, self)}
        put_before(self, line, before, "position")
        return {"name": str(self), "before": str(before or ""), "was": was}
