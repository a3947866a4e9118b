"""One thing that a client bought."""

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhike.clients.purchases.at_home import at_home
from zhike.clients.sourced import Sourced
from zhike.core.base import money
from zhike.core.record.models import Record


class Purchase(Sourced, Record):
    """`amount` is the whole price in `currency`, negative for what was given back; `amount_home` follows from it."""

    prefix = "PU"
    label_fields = ("what", "amount", "currency")

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="purchases")
    happened_on = models.DateField(_("day"))
    what = models.CharField(_("what"), max_length=200, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=16, decimal_places=4, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    amount = models.DecimalField(_("amount"), max_digits=19, decimal_places=4)
    amount_home = models.DecimalField(_("at home"), max_digits=24, decimal_places=4, null=True, editable=False)
    external_id = models.CharField(_("external ID"), max_length=80, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("purchase"), _("purchases")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "-happened_on"], include=["amount_home"], name="purchase_of_client"),
            models.Index(fields=["-happened_on", "-id"], name="purchase_latest"),
            models.Index(fields=["currency"], name="purchase_currency"),
            models.Index(fields=["external_id"], name="purchase_external", condition=~models.Q(external_id="")),
        ]

    def __str__(self) -> str:
        return self.what or self.price

    @property
    def price(self) -> str:
        return money.shown(self.amount, self.currency, get_language() or "en")

    def write(self, values: dict[str, Any]) -> None:
        """As any record's; the amount at home follows."""
        super().write(values)
        self.amount_home = at_home(self.amount, self.currency, self.happened_on)
