"""What the steps of a trade-off ask."""

from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import BY_HAND
from zhike.agreements.twins.noting import NotedByMail
from zhike.clients.models import Contact
from zhike.core.record.fields import CurrencyField, DateField, LinkField
from zhike.core.record.step_form import StepForm


def _text(label: Any, rows: int = 2, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=2_000, widget=forms.Textarea(attrs={"rows": rows}), **options)


class WayForm(StepForm):
    title = forms.CharField(
        label=_("In a few words"), max_length=120, help_text=_("“Less scope”, “a later day”, “more people”.")
    )
    scope = _text(pgettext_lazy("trade-off", "What is done"), required=False)
    on = DateField(label=_("Done by"), required=False)
    amount = forms.DecimalField(
        label=pgettext_lazy("trade-off", "Price"), max_digits=14, decimal_places=2, required=False, min_value=0
    )
    currency = CurrencyField(label=_("Currency"), required=False)
    waived = forms.BooleanField(
        label=_("We waive it, as goodwill"), required=False,
        help_text=_("They read the price, and that we do not ask for it."),
    )  # fmt: skip
    consequences = _text(_("What follows from it"), help_text=_("What they gain and what they give up."))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("amount") is not None and not said.get("currency"):
            self.add_error("currency", _("Say the currency of the amount."))
        if said.get("waived") and said.get("amount") is None:
            self.add_error("amount", _("Say the price that is waived."))
        return said


class _OfTradeoff(StepForm):
    """Offers the ways, and the people of the client."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields
        if "way" in known:
            known["way"].queryset = apps.get_model("tradeoffs.Way").objects.filter(tradeoff=self.record)
        if "contact" in known and self.record is not None:
            known["contact"].queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
            self.initial.setdefault("contact", self.record.contact_id)


def _way() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Contact.objects.none(), label=_("Which way"), empty_label=None)


class StrikeForm(_OfTradeoff):
    way = _way()


class ChangeWayForm(WayForm, _OfTradeoff):
    """All that the way says from now on; on its page it begins with what it says."""

    way = _way()


class SendForm(NotedByMail, StepForm):
    mails = "mail"
    mail = forms.BooleanField(label=_("Send it by mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.heed(self.record.client, [self.record.contact])


class ChooseForm(_OfTradeoff):
    """Noted by one of us. Through the link the contact chooses in person."""

    way = _way()
    contact = LinkField(Contact.objects.none(), label=_("Who chose"))
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    words = _text(_("In their words"), required=False)


class NoneForm(_OfTradeoff):
    contact = LinkField(Contact.objects.none(), label=_("Who said so"), required=False)
    words = _text(_("In their words"))


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500)
