"""Whether and how it can be built, and what speaks for it outside."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.domains.requirements.choices import Evidence as Kind


class Path(models.Model):
    """A way on which it can be built: what it takes of time (working days), money, people and technology."""

    requirement = models.ForeignKey("requirements.Requirement", models.CASCADE, related_name="paths")
    way = models.CharField(_("the way"), max_length=300)
    days = models.PositiveSmallIntegerField(_("working days"), null=True, blank=True)
    cost = models.DecimalField(_("cost"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    people = models.CharField(pgettext_lazy("feasibility", "people"), max_length=300, blank=True)
    technical = models.CharField(pgettext_lazy("feasibility", "technology"), max_length=500, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chosen = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.way


class Evidence(models.Model):
    """What the market or a competitor does: in words, with an address where there is one."""

    requirement = models.ForeignKey("requirements.Requirement", models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    said = models.CharField(_("what it shows"), max_length=500)
    who = models.CharField(_("whose"), max_length=120, blank=True)
    url = models.URLField(_("address"), max_length=400, blank=True)
    added_by: Any = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.said
