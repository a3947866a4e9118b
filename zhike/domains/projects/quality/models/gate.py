"""What a project tolerates, and what was let through all the same."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.domains.projects.quality.choices import USUAL, Severity


class Tolerance(models.Model):
    """Defects up to this `severity` may be open when a deliverable of the project is shown."""

    project = models.OneToOneField("projects.Project", models.PROTECT, related_name="tolerance")
    severity = models.PositiveSmallIntegerField(_("tolerated"), choices=Severity, default=USUAL)

    def __str__(self) -> str:
        return f"{self.project_id} {self.severity}"


class Override(models.Model):
    """The gate does not count for this `version`, since somebody said why."""

    version = models.OneToOneField("projects.Version", models.PROTECT, related_name="override")
    reason = models.CharField(_("why"), max_length=500)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reason
