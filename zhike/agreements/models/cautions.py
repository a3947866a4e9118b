"""For which promises the company wants that somebody else agrees first: one row, all three where nobody said."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Caution


class CautionsManager(models.Manager["Cautions"]):
    def standing(self) -> "Cautions":
        return self.filter(pk=1).first() or Cautions(pk=1)

    def wanted(self) -> frozenset[Caution]:
        said = self.standing()
        return frozenset(one for one in Caution if getattr(said, one.value))


class Cautions(models.Model):
    """A field for each Caution."""

    stays_when_merged: ClassVar[bool] = True

    holiday = models.BooleanField(_("due on a public holiday of the client’s"), default=True)
    capacity = models.BooleanField(_("more than its owner can carry"), default=True)
    scope = models.BooleanField(_("what was agreed as not included"), default=True)

    objects: ClassVar[Any] = CautionsManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_cautions")]

    def __str__(self) -> str:
        return "cautions"
