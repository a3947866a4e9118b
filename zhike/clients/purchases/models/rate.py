"""What a currency was worth."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.access.preferences import company
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class RateQuerySet(RecordQuerySet["Rate"]):
    def visible_to(self, user: Any) -> Self:
        return self if getattr(user, "is_active", False) else self.none()


def home_currency() -> str:
    return company().currency


class Rate(Record):
    """On `day`, one unit of `currency` was worth `rate` of `home`, the company's currency. It holds until the next."""

    prefix = "FX"
    label_fields = ("currency", "day")
    may_add = may_amend = staticmethod(may_lead)

    currency = models.CharField(_("currency"), max_length=3)
    home = models.CharField(_("counted in"), max_length=3, default=home_currency, editable=False)
    day = models.DateField(_("valid from"))
    rate = models.DecimalField(_("rate"), max_digits=20, decimal_places=8)
    source = models.CharField(_("source"), max_length=120, blank=True)

    objects: ClassVar[Any] = RateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("exchange rate"), _("exchange rates")
        constraints = [
            models.UniqueConstraint(
                fields=["currency", "home", "day"], name="one_rate_a_day", condition=models.Q(archived_at=None)
            ),
            models.CheckConstraint(condition=models.Q(rate__gt=0), name="rate_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.currency} {self.day}"
