"""What the steps of a contract and of a payment ask."""

from decimal import Decimal
from secrets import token_hex
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import BY_HAND, WRITTEN, Side, Unit
from zhike.agreements.twins.fields import PrevailsField, TwinField, check_pair
from zhike.agreements.twins.noting import NotedByMail
from zhike.clients.models import Contact
from zhike.clients.models.reach import Channel
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.record.fields import CurrencyField, DateField, LinkField
from zhike.core.record.step_form import StepForm

ASKED = (
    "aspect", "text", "side", "subject", "quantity", "unit", "amount", "currency", "valid_until", "twin", "prevails",
    "hours_from", "hours_until", "weekdays", "channels",
)  # fmt: skip


class _OfContract(StepForm):
    """Offers the clauses of the contract and the people of its client."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields
        if "term" in known:
            known["term"].queryset = apps.get_model("contracts.Term").objects.filter(contract=self.record)
        if "contact" in known and self.record is not None:
            known["contact"].queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
            self.initial.setdefault("contact", self.record.contact_id)


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


def _several(label: Any, choices: Any, **options: Any) -> forms.MultipleChoiceField:
    ticks = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=ticks, **options)


class TermForm(_OfContract):
    """A clause to be put into a contract. It asks what the form of a clause asks, which also refuses."""

    aspect = forms.ChoiceField(label=_("Kind of clause"), choices=WRITTEN)
    side = forms.ChoiceField(label=_("Whose duty"), choices=[(Side.US, _("Ours")), (Side.THEM, _("Theirs"))])
    text = forms.CharField(label=_("In so many words"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}))
    quantity = forms.DecimalField(label=_("Quantity"), max_digits=12, decimal_places=2, required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=[("", "—"), *Unit.choices], required=False)
    amount = forms.DecimalField(label=_("Amount"), max_digits=14, decimal_places=2, required=False)
    currency = CurrencyField(label=_("Currency"), required=False)
    subject = forms.CharField(label=pgettext_lazy("agreement", "about"), max_length=80, required=False)
    subject_twin = forms.CharField(label=_("About, in the other language"), max_length=80, required=False)
    valid_until = DateField(label=_("Valid until"), required=False)
    twin = TwinField(4_000)
    prevails = PrevailsField()
    hours_from = _time(_("Quiet from"))
    hours_until = _time(_("Quiet until"))
    weekdays = _several(
        _("On these days"), tuple(zip(WEEKDAYS, WEEKDAY_NAMES.values(), strict=True)), help_text=_("None: every day.")
    )
    channels = _several(_("Channels agreed"), Channel.choices)
    outlasts = forms.BooleanField(
        label=_("Holds on after the end of the contract"), required=False,
        help_text=_("Warranty, secrecy, what is still to be paid."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        from zhike.agreements.forms import ClauseForm

        said = super().clean() or self.cleaned_data
        if self.record is None or self.errors:
            return said
        whole = {name: said[name] for name in ASKED} | {"client": self.record.client_id}
        for name, wrong in ClauseForm(whole, by=self.by).errors.items():
            self.add_error(name if name in self.fields else None, [str(one) for one in wrong])
        check_pair(self, "subject", "subject_twin")
        return said


def _term() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Contact.objects.none(), label=_("Clause"), widget=forms.HiddenInput)


class ChangeTermForm(TermForm):
    term = _term()


class MoveTermForm(_OfContract):
    term = _term()
    to = forms.ChoiceField(label=_("Where to"), choices=[("up", _("Up")), ("down", _("Down"))])


class StrikeTermForm(_OfContract):
    term = _term()


class SendForm(NotedByMail, _OfContract):
    mails = "mail"
    valid_from = DateField(
        label=_("New clauses are valid from"), required=False,
        help_text=_("Empty: from the day on which the contract begins; for a change of a signed one, from today."),
    )  # fmt: skip
    mail = forms.BooleanField(label=_("Send it by mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.heed(self.record.client, [self.record.contact])


class _OnADay(_OfContract):
    on = DateField(label=_("When"), required=False)

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] and self.cleaned_data["on"] > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Say so when it has come."))
        return self.cleaned_data["on"]


class SignForm(_OnADay):
    """Noted by one of us: signed on paper, agreed by mail. Through the link the contact signs in person."""

    contact = LinkField(Contact.objects.none(), label=_("Who signed"))
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    name = forms.CharField(label=_("Signed as"), max_length=120, required=False)


class DeclineForm(_OfContract):
    contact = LinkField(Contact.objects.none(), label=_("Who declined"), required=False)
    reason = forms.CharField(label=_("Why"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500)


class EndForm(_OnADay):
    reason = forms.CharField(label=_("Why"), max_length=500)


class InvoiceForm(StepForm):
    number = forms.CharField(label=_("Invoice number"), max_length=60)
    on = DateField(label=_("Invoiced on"), required=False)
    due_on = DateField(label=_("To be paid by"), required=False)
    code = forms.CharField(
        label=_("Invoice code"), max_length=12, required=False, validators=[RegexValidator(r"^(\d{10}|\d{12})$")],
        help_text=_("10 or 12 digits; a fully digital Chinese invoice has none."),
    )  # fmt: skip
    tax_rate = forms.DecimalField(
        label=_("Tax rate, %"), max_digits=5, decimal_places=2, min_value=0, max_value=100, required=False,
        help_text=_("Included in the amount."),
    )  # fmt: skip

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        if apps.get_model("contracts.Instalment").objects.standing().filter(number=number).exists():
            raise ValidationError(_("There is an invoice with this number already."))
        return number


class TakeBackForm(ReasonForm):
    red = forms.CharField(
        label=_("Number of the credit note"), max_length=60, required=False, help_text=_("In China the red invoice.")
    )


class ReceiveForm(StepForm):
    amount = forms.DecimalField(label=_("Amount received"), max_digits=14, decimal_places=2, min_value=Decimal("0.01"))
    on = DateField(label=_("Received on"), required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    key = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("amount", self.record.left)
            self.initial.setdefault("key", token_hex(8))  # sent twice, it counts once

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] and self.cleaned_data["on"] > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Say so when it has come."))
        return self.cleaned_data["on"]


class CorrectForm(ReasonForm):
    receipt = forms.ModelChoiceField(Contact.objects.none(), label=_("Which receipt"), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["receipt"]
        known.queryset = apps.get_model("contracts.Receipt").objects.filter(instalment=self.record, struck_at=None)
