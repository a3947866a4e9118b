"""The gate for contracts, payments and billing details."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import exceptions as number_errors
from stdnum.cn import uscc

from zhike.agreements.contracts.choices import InvoiceKind, Renewal, State
from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.core.access.preferences import company
from zhike.core.record.fields import CurrencyField, DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm

LATER = ("owner", "number")  # what may be put right once it was sent


class ContractForm(RecordForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(Contact.objects.all(), label=_("Who signs for them"))
    owner = PersonField(label=_("Looked after by"), required=False)
    currency = CurrencyField(label=_("Currency"), required=False)
    starts_on = DateField(label=_("Begins"))
    ends_on = DateField(label=_("Ends"), required=False, help_text=_("Empty: until it is ended."))
    notice_days = forms.IntegerField(
        label=_("Notice, days before the end"), min_value=0, max_value=730, required=False, initial=30
    )
    renewal = forms.ChoiceField(label=_("At the end"), choices=Renewal, required=False)
    renews_months = forms.IntegerField(
        label=_("Goes on for, months"), min_value=1, max_value=120, required=False, initial=12
    )

    class Meta:
        model = Contract
        fields = (
            "client", "title", "contact", "owner", "number", "starts_on", "ends_on", "amount", "currency", "preamble",
            "renewal", "notice_days", "renews_months",
        )  # fmt: skip
        groups = ((_("At its end"), ["renewal", "notice_days", "renews_months"]),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("client")
            if self.instance.state != State.DRAFT:
                for name in [one for one in self.fields if one not in (*LATER, "version")]:
                    self.fields.pop(name)
        elif self.by is not None:
            self.initial.setdefault("owner", self.by.pk)

    def clean_contact(self) -> Any:
        client = self.cleaned_data.get("client") or (self.instance.client if self.instance.pk else None)
        return check_stands_at(self.cleaned_data["contact"], client)

    def clean_owner(self) -> Any:
        return self.cleaned_data["owner"] or (self.instance.owner if self.instance.pk else None) or self.by

    def clean_notice_days(self) -> int:
        return _or(self.cleaned_data["notice_days"], 30)

    def clean_renewal(self) -> str:
        return self.cleaned_data["renewal"] or Renewal.ENDS

    def clean_renews_months(self) -> int:
        return _or(self.cleaned_data["renews_months"], 12)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("starts_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("It would end before it begins."))
        if said.get("amount") is not None and not said.get("currency"):
            self.add_error("currency", _("Say the currency of the amount."))
        if said.get("renewal") == Renewal.GOES_ON and not said.get("ends_on"):
            self.add_error("ends_on", _("It can only go on if it ends on some day."))
        return said


def _or(said: int | None, usual: int) -> int:
    return usual if said is None else said


class InstalmentForm(RecordForm):
    contract = LinkField(Contract.objects.all(), label=_("Contract"))
    amount = forms.DecimalField(label=_("Amount"), max_digits=14, decimal_places=2, min_value=0)
    currency = CurrencyField(label=_("Currency"), required=False, help_text=_("Empty: the contract’s."))
    due_on = DateField(label=_("Due"))

    class Meta:
        model = Instalment
        fields = ("contract", "title", "amount", "currency", "due_on", "after")
        help_texts: ClassVar[dict[str, Any]] = {"after": _("For example: the second version was accepted.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("contract")

    def clean_contract(self) -> Any:
        contract = self.cleaned_data["contract"]
        if contract.state != State.DRAFT:
            raise ValidationError(_("It was sent as it is. Take it back to change its payments."))
        return contract

    def clean_amount(self) -> Any:
        if not self.cleaned_data["amount"]:
            raise ValidationError(_("A payment of nothing is none."))
        return self.cleaned_data["amount"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        contract = said.get("contract") or (self.instance.contract if self.instance.pk else None)
        if contract is not None and not said.get("currency"):
            said["currency"] = contract.currency or company().currency
        return said


class BillingForm(RecordForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    kind = forms.ChoiceField(label=_("Kind of invoice"), choices=InvoiceKind, required=False)

    class Meta:
        model = Billing
        fields = ("client", "kind", "title", "tax_number", "address", "phone", "bank", "account", "email", "note")
        help_texts: ClassVar[dict[str, Any]] = {
            "title": _("The name of the buyer, as it is registered."),
            "tax_number": _("In China the unified social credit code, else the VAT number."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("client")

    def clean_client(self) -> Any:
        client = self.cleaned_data["client"]
        if Billing.objects.standing().filter(client=client).exists():
            raise ValidationError(_("There are billing details of this client already. Change those."))
        return client

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or InvoiceKind.PLAIN

    def clean(self) -> dict[str, Any]:
        """A Chinese invoice needs a tax number; one of eighteen characters is checked (GB 32100)."""
        said = super().clean() or self.cleaned_data
        chinese = said.get("kind") in (InvoiceKind.SPECIAL, InvoiceKind.ORDINARY)
        if "tax_number" in said and chinese:
            said["tax_number"] = uscc.compact(said["tax_number"])
            if wrong := _wrong(said["tax_number"]):
                self.add_error("tax_number", wrong)
        if said.get("kind") == InvoiceKind.SPECIAL:
            for name in ("address", "phone", "bank", "account"):
                if not said.get(name):
                    self.add_error(name, _("A special invoice needs it."))
        return said


def _wrong(number: str) -> Any:
    """What is wrong with a Chinese tax number; "" when nothing is. Older ones have fifteen or twenty characters."""
    if not number:
        return _("A Chinese invoice needs the tax number of the buyer.")
    if len(number) in (15, 20) and number.isalnum():
        return ""
    try:
        uscc.validate(number)
    except number_errors.InvalidChecksum:
        return _("One character of this tax number is wrong: its check digit does not fit.")
    except number_errors.ValidationError:
        return _("A tax number has 18 characters, digits and capital letters.")
    return ""
