"""What the steps of a conflict ask."""

from typing import Any

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Contact
from zhike.clients.rights.choices import Power, Subject
from zhike.clients.rights.models import Right
from zhike.core.record.step_form import StepForm
from zhike.domains.requirements.steps import long_text


class PutForm(StepForm):
    """Begins with whoever decides about the scope, by their decision rights."""

    decider = forms.ModelChoiceField(
        Contact.objects.none(), label=_("Who decides"), empty_label=None,
        help_text=_("It is decided when this person has confirmed it, and nobody else."),
    )  # fmt: skip
    holds = forms.ModelChoiceField(
        Contact.objects.none(), label=_("What shall hold"), empty_label=None, widget=forms.RadioSelect,
        help_text=_("As a proposal: they confirm it, or put it right."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields
            known["decider"].queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
            both = apps.get_model("requirements.Requirement").objects
            known["holds"].queryset = both.filter(pk__in=(self.record.one_id, self.record.other_id)).order_by("pk")
            self.initial.setdefault("decider", self.record.decider_id or decides_scope(self.record.client_id))


class DismissForm(StepForm):
    reason = long_text(label=_("Why both can hold"), max_length=500)


def decides_scope(client: int) -> int | None:
    """The contact who decides about the scope today, by number; else one who decides about anything."""
    rights = Right.objects.in_force(timezone.localdate()).filter(client=client, power=Power.DECIDES).order_by("pk")
    found = list(rights.values_list("subject", "contact"))
    scope = [contact for subject, contact in found if subject == Subject.SCOPE]
    return next(iter([*scope, *(contact for _subject, contact in found)]), None)
