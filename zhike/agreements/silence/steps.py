"""What the steps of rules and waits ask."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import BY_HAND
from zhike.agreements.silence.choices import BY_HAND as CHANNELS
from zhike.clients.models import Contact
from zhike.core.record.fields import DateField, LinkField
from zhike.core.record.step_form import StepForm


class AgreeForm(StepForm):
    """Who of theirs agreed that silence means this, and by which way."""

    contact = LinkField(Contact.objects.none(), label=_("Who agreed"))
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    on = DateField(label=_("When"), required=False, help_text=_("Empty: from today."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None and self.record.client_id:
            known: Any = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
            self.fields["contact"].queryset = known  # type: ignore[attr-defined]

    def clean_on(self) -> date | None:
        said: date | None = self.cleaned_data["on"]
        if said and said > timezone.localdate():
            raise ValidationError(_("This day lies ahead. Say so when it has come."))
        return said


class EndForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=300, required=False)


class StopForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=300)


class NoticeForm(StepForm):
    channel = forms.ChoiceField(label=_("By which way"), choices=CHANNELS)
    words = forms.CharField(
        label=_("What you said"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It has to say what happens when they do not answer, and on which day."),
    )  # fmt: skip
