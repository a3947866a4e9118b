"""What stands at a deliverable, and so in its project and at its client."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.record.models import Record


class OfDeliverable(Record):
    """`project` and `client` are the deliverable's; they are written with it."""

    label_fields = ("title",)

    deliverable: Any = models.ForeignKey(
        "projects.Deliverable", models.PROTECT, verbose_name=_("deliverable"), related_name="%(class)ss"
    )
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, verbose_name=_("project"), related_name="+", editable=False
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )
    title = models.CharField(_("title"), max_length=200)

    class Meta(Record.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.title

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.project_id, self.client_id = self.deliverable.project_id, self.deliverable.client_id
