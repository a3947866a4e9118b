"""What is asked for before somebody of the client's confirms a record of a project."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import BY_HAND
from zhike.agreements.twins.noting import NotedByMail
from zhike.clients.models import Contact
from zhike.core.record.step_form import StepForm


class ProposeForm(StepForm):
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("Who confirms"), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["contact"]
        if self.record is not None:
            known.queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")


class ConfirmedForm(ProposeForm):
    how = forms.ChoiceField(label=_("By which way"), choices=BY_HAND)
    words = forms.CharField(
        label=_("In their words"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class AskForm(NotedByMail, ProposeForm):
    """With the link: a word to them, and whether it goes by mail."""

    send = forms.BooleanField(label=_("Send it by mail"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["contact"]
        if self.record is not None:
            self.heed(self.record.client, known.queryset)
