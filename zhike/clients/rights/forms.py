"""The gate for decision rights."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.clients.rights.choices import Power, Subject
from zhike.clients.rights.models import Right
from zhike.clients.sourced import SOURCE_FIELDS, SOURCE_GROUP, SOURCE_HINTS, SourcedForm
from zhike.core.access.preferences import company
from zhike.core.record.fields import CurrencyField, DateField, LinkField


class RightForm(SourcedForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(Contact.objects.all(), label=_("Contact"))
    subject = forms.ChoiceField(label=pgettext_lazy("of a decision", "Subject"), choices=Subject)
    power = forms.ChoiceField(label=_("Right"), choices=Power, required=False)
    up_to = forms.DecimalField(
        label=_("Up to"), required=False, min_value=0, max_digits=19, decimal_places=4,
        help_text=_("Left empty: whatever the amount."),
    )  # fmt: skip
    currency = CurrencyField(label=_("Currency"), required=False, help_text=_("Left empty: the company’s."))
    since = DateField(label=_("Since"), required=False)
    until = DateField(label=_("Until"), required=False)

    class Meta:
        model = Right
        fields = (
            "client", "contact", "subject", "words", "power", "up_to", "currency", "since", "until", *SOURCE_FIELDS,
        )  # fmt: skip
        groups = (SOURCE_GROUP,)
        help_texts = SOURCE_HINTS | {"words": _("Where the list does not name it, or not exactly.")}

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self.cleaned_data.get("client"))

    def clean_power(self) -> str:
        return self.cleaned_data["power"] or self.instance.power or Power.DECIDES

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if "up_to" in said and "currency" in said:
            usual = self.instance.currency or company().currency
            said["currency"] = (said["currency"] or usual) if said["up_to"] is not None else ""
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", _("It cannot end before it began."))
        if said.get("subject") == Subject.OTHER and "words" in said and not said["words"]:
            self.add_error("words", _("Say what it is about."))
        return said
