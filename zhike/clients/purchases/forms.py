"""The gate for purchases and exchange rates."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.purchases.models import Purchase, Rate
from zhike.clients.sourced import SOURCE_FIELDS, SOURCE_GROUP, SOURCE_HINTS, SourcedForm
from zhike.core.access.preferences import company
from zhike.core.base import money
from zhike.core.record.fields import CurrencyField, DateField, LinkField
from zhike.core.record.form import RecordForm


class AmountField(forms.CharField):
    """A number as people write it, with or without its currency; the form reads it."""

    def prepare_value(self, value: Any) -> Any:
        return format(value.normalize(), "f") if isinstance(value, Decimal) else value


class PurchaseForm(SourcedForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    happened_on = DateField(label=_("Day"))
    quantity = forms.DecimalField(label=_("Quantity"), required=False, max_digits=16, decimal_places=4)
    currency = CurrencyField(
        label=_("Currency"), required=False, help_text=_("Left empty: as the amount says, else the company’s.")
    )
    amount = AmountField(label=_("Amount"), max_length=40, help_text=_("For example 1200.50 or €1,200."))

    class Meta:
        model = Purchase
        fields = (
            "client", "happened_on", "what", "quantity", "currency", "amount", "external_id", "note", *SOURCE_FIELDS,
        )  # fmt: skip
        groups = (SOURCE_GROUP,)
        help_texts = SOURCE_HINTS | {"external_id": _("Its number in another system.")}

    def clean_happened_on(self) -> Any:
        if self.cleaned_data["happened_on"] > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Note a purchase when it has been made."))
        return self.cleaned_data["happened_on"]

    def clean_currency(self) -> str:
        return money.read_currency(self.cleaned_data["currency"], company().region)

    def clean_amount(self) -> Decimal:
        """Its own currency counts where none is given; two that differ are refused."""
        said, given = self.cleaned_data["amount"], self.cleaned_data.get("currency")
        usual = given or self.instance.currency or company().currency
        amount, written = money.parse(said, usual, company().region)
        if not given:
            self.cleaned_data["currency"] = written
        elif written != given and not money.share_a_sign(written, given):
            raise ValidationError(
                _("The amount is in %(written)s, the currency says %(given)s. Make them the same."),
                params={"written": written, "given": given},
            )
        return amount


class RateForm(RecordForm):
    currency = CurrencyField(label=_("Currency"))
    day = DateField(label=_("Valid from"), help_text=_("It holds from this day until the next rate."))
    rate = forms.DecimalField(
        label=_("Rate"), min_value=Decimal("0.00000001"), max_digits=20, decimal_places=8,
        help_text=_("What one unit is worth in the company’s currency."),
    )  # fmt: skip

    class Meta:
        model = Rate
        fields = ("currency", "day", "rate", "source")

    def clean_currency(self) -> str:
        code = money.read_currency(self.cleaned_data["currency"], company().region)
        if code == company().currency:
            raise ValidationError(_("This is the company’s own currency; it needs no rate."))
        return code

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        same = Rate.objects.standing().filter(home=company().currency).exclude(pk=self.instance.pk)
        if {"currency", "day"} <= said.keys() and same.filter(currency=said["currency"], day=said["day"]).exists():
            self.add_error("day", _("There is a rate of this day already. Change that one."))
        return said
