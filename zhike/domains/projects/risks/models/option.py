"""A way out of a risk or a problem."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zhike.core.base import money


class Option(models.Model):
    """It costs `amount` in `currency`, and moves the end by `days`: later where positive, sooner where negative."""

    risk = models.ForeignKey("risks.Risk", models.PROTECT, related_name="options")
    words = models.CharField(_("what would be done"), max_length=300)
    amount = models.DecimalField(_("costs"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3)
    days = models.SmallIntegerField(_("moves the end by, days"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="option_costs_something_or_nothing")]

    def __str__(self) -> str:
        return self.words

    @property
    def price(self) -> str:
        """In the language of the moment."""
        if not self.amount:
            return gettext("costs nothing more")
        return gettext("costs %(price)s") % {"price": money.shown(self.amount, self.currency, get_language() or "en")}

    @property
    def delay(self) -> str:
        if not self.days:
            return gettext("the dates stay")
        if self.days > 0:
            return ngettext("%(n)d day later", "%(n)d days later", self.days) % {"n": self.days}
        return ngettext("%(n)d day sooner", "%(n)d days sooner", -self.days) % {"n": -self.days}

    @property
    def in_full(self) -> str:
        return in_full(self)


def in_full(option: Any) -> str:
    """What would be done, what it costs and by how much it moves the end."""
    told = {"what": option.words, "price": option.price, "delay": option.delay}
    return gettext("%(what)s (%(price)s; %(delay)s)") % told
