"""The gate for pain points."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client, Contact
from zhike.clients.pains.models import PainPoint, Severity
from zhike.clients.positions import check_stands_at
from zhike.clients.sourced import SOURCE_FIELDS, SOURCE_GROUP, SOURCE_HINTS, SourcedForm
from zhike.core.record.fields import LinkField


class PainForm(SourcedForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    statement = forms.CharField(
        label=_("In their words"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As they said it; not as we understand it."),
    )  # fmt: skip
    said_by = LinkField(Contact.objects.all(), label=_("Said by"), required=False)
    severity = forms.ChoiceField(label=_("Severity"), choices=Severity, required=False)

    class Meta:
        model = PainPoint
        fields = ("client", "statement", "said_by", "severity", "solution", *SOURCE_FIELDS)
        groups = (SOURCE_GROUP,)
        help_texts = SOURCE_HINTS
        widgets = {"solution": forms.Textarea(attrs={"rows": 3})}

    def clean_severity(self) -> str:
        return self.cleaned_data["severity"] or self.instance.severity or Severity.HURTS

    def clean_said_by(self) -> Any:
        """Somebody of this client."""
        return check_stands_at(self.cleaned_data["said_by"], self.cleaned_data.get("client"))
