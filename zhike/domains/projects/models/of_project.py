"""What stands in a project, and so at its client."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.record.models import Record


def stands(record: Any) -> bool:
    return record.archived_at is None


class OfProject(Record):
    """`client` is the project's; it is written with it."""

    label_fields = ("title",)

    project: Any = models.ForeignKey(
        "projects.Project", models.PROTECT, verbose_name=_("project"), related_name="%(class)ss"
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
        self.client_id = self.project.client_id
