"""How requirements are ranked, and each rating with its reason."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.domains.requirements.choices import Criterion, Method


class RankingManager(models.Manager["Ranking"]):
    def ruling(self, project: int | None) -> "Ranking":
        """That of the project, else that of the installation; MoSCoW where nobody chose."""
        found = self.filter(Q(project=project) | Q(project=None)).order_by(models.F("project").asc(nulls_last=True))
        return found.first() or Ranking()


class Ranking(models.Model):
    """The method of a project; without a project that of the installation. A weight each for the weighted one."""

    project = models.OneToOneField("projects.Project", models.CASCADE, null=True, related_name="ranking")
    method = models.CharField(_("method"), max_length=8, choices=Method, default=Method.MOSCOW)
    value = models.PositiveSmallIntegerField(Criterion.VALUE.label, default=5)
    urgency = models.PositiveSmallIntegerField(Criterion.URGENCY.label, default=3)
    fit = models.PositiveSmallIntegerField(Criterion.FIT.label, default=2)
    ease = models.PositiveSmallIntegerField(Criterion.EASE.label, default=3)
    certainty = models.PositiveSmallIntegerField(Criterion.CERTAINTY.label, default=2)

    objects: ClassVar[Any] = RankingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), name="one_ranking_for_all", condition=Q(project__isnull=True)
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.get_method_display())

    @property
    def weights(self) -> dict[str, int]:
        return {str(one): getattr(self, one) for one in Criterion}


class Rating(models.Model):
    """`values` is what was answered, `score` what came of it; the last of its method counts."""

    requirement = models.ForeignKey("requirements.Requirement", models.CASCADE, related_name="ratings")
    method = models.CharField(_("method"), max_length=8, choices=Method)
    values = models.JSONField(default=dict)
    score = models.DecimalField(pgettext_lazy("requirement", "priority"), max_digits=14, decimal_places=2)
    reason = models.TextField(_("why"))
    rated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rated_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.method} {self.score}"
