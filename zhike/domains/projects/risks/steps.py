"""What the steps of risks ask."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import BY_HAND
from zhike.agreements.twins.fields import PrevailsField, TwinArea, TwinField, check_pair
from zhike.clients.models import Contact
from zhike.clients.models.reach import Channel
from zhike.clients.wishes.heeding import ByMail
from zhike.core.access.preferences import company
from zhike.core.record.fields import CurrencyField, DateField
from zhike.core.record.step_form import StepForm


def _words(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, widget=forms.Textarea(attrs={"rows": 2}), **more)


class OptionForm(StepForm):
    words = forms.CharField(label=_("What would be done"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    amount = forms.DecimalField(
        label=_("Costs"), min_value=Decimal(0), max_digits=14, decimal_places=2, help_text=_("0: nothing more.")
    )
    currency = CurrencyField(label=_("Currency"), required=False, help_text=_("Empty: the project’s."))
    days = forms.IntegerField(
        label=_("Moves the end by, days"), min_value=-400, max_value=400,
        help_text=_("0: the dates stay. Less than 0: sooner."),
    )  # fmt: skip

    def clean_currency(self) -> str:
        ours = self.record.project.currency if self.record is not None else ""
        return self.cleaned_data["currency"] or ours or company().currency


class _OfRisk(StepForm):
    """Offers the options of the risk and the people of its client."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is None:
            return
        known: Any = self.fields
        if "option" in known:
            known["option"].queryset = self.record.options.all()
        if "contact" in known:
            known["contact"].queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")


class DropOptionForm(_OfRisk):
    option = forms.ModelChoiceField(Contact.objects.none(), label=_("Which option"), empty_label=None)


class TellForm(ByMail, _OfRisk):
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who is told"), empty_label=None)
    channel = forms.ChoiceField(
        label=_("By which way"), choices=Channel, help_text=_("By mail it is sent now; else you told them already.")
    )
    text = forms.CharField(
        label=_("What is said"), max_length=8_000, required=False, widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Empty: as it is drafted in their language."),
    )  # fmt: skip
    twin = TwinField(8_000, widget=TwinArea(rows=8))
    prevails = PrevailsField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["contact"]
        if self.record is not None:
            asked = [one for one in known.queryset if str(one.pk) == str(self.initial.get("contact"))]
            self.heed(self.record.client, asked or known.queryset)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        check_pair(self, "text", "twin")
        contact = said.get("contact")
        if said.get("channel") == Channel.MAIL and contact and not contact.emails:
            self.add_error("channel", ValidationError(_("No mail address is known. Tell them by another way.")))
        return said


class ChooseForm(_OfRisk):
    option = forms.ModelChoiceField(Contact.objects.none(), label=_("What they chose"), empty_label=None)
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who of theirs"), empty_label=None)
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    words = _words(_("In their words"), required=False)


class HandleForm(StepForm):
    words = _words(_("How"))


class HappenForm(StepForm):
    words = _words(_("What has happened"), required=False, help_text=_("Empty: what was feared."))
    due_on = DateField(label=_("To be handled by"), required=False)


class CloseForm(StepForm):
    reason = _words(_("Why it is no longer one"))
