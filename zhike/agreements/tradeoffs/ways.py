"""The ways of a trade-off, and the sheets on which they were sent, word for word."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.base import money
from zhike.core.record.amending import told

SAID = ("title", "scope", "on", "amount", "currency", "waived", "consequences")
TOLD = ("title", "scope", "consequences")  # what stands in words


class Way(models.Model):
    """One of the ways: what is done (`scope`), until when, for how much, and what follows from it. A price that is
    `waived` is told, and not asked for: goodwill."""

    stays_when_merged: ClassVar[bool] = True

    tradeoff = models.ForeignKey("tradeoffs.Tradeoff", models.CASCADE, related_name="ways")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("in a few words"), max_length=120)
    scope = models.TextField(_("what is done"), blank=True)
    on = models.DateField(_("done by"), null=True, blank=True)
    amount = models.DecimalField(
        pgettext_lazy("trade-off", "price"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    waived = models.BooleanField(_("waived, as goodwill"), default=False)
    consequences = models.TextField(_("what follows"))

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(waived=False) | models.Q(amount__isnull=False), name="way_waives_a_price"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def price(self) -> str:
        if self.amount is None:
            return ""
        price = money.shown(self.amount, self.currency, get_language() or "en")
        return gettext("%(price)s, waived as goodwill") % {"price": price} if self.waived else price

    def said(self) -> dict[str, Any]:
        """What it says, in JSON."""
        return {name: told(getattr(self, name)) for name in SAID}


class Sheet(models.Model):
    """An edition as it was sent: `ways` holds what each said, and under `wordings` how that read in the other language.
    What is revised is sent as the next one.
    """

    stays_when_merged: ClassVar[bool] = True

    tradeoff = models.ForeignKey("tradeoffs.Tradeoff", models.CASCADE, related_name="sheets")
    number = models.PositiveSmallIntegerField()
    ways = models.JSONField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["tradeoff", "number"], name="sheet_once")]

    def __str__(self) -> str:
        return f"{self.tradeoff_id}/{self.number}"

    def as_ways(self) -> list[Way]:
        """As they read then; they are not saved."""
        columns: dict[str, Any] = {name: Way._meta.get_field(name) for name in SAID}
        return [
            Way(**{name: columns[name].to_python(value) for name, value in one.items() if name in columns})
            for one in self.ways
        ]
