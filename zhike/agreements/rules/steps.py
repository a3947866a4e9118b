"""What the steps that count rounds ask."""

from datetime import date
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField
from zhike.core.record.step_form import StepForm
from zhike.core.resources.registry import by_reference


def check_came(day: date) -> date:
    """A round is noted once its day has come."""
    if day > timezone.localdate():
        raise ValidationError(_("This day lies ahead. Say so when it has come."))
    return day


class UseForm(StepForm):
    source = forms.CharField(
        label=_("What used it"), max_length=30, help_text=_("The number of a conversation, meeting or deliverable.")
    )
    used_on = DateField(label=_("When"))
    note = forms.CharField(label=_("What they asked to change"), max_length=300, required=False)

    def clean_source(self) -> Any:
        found = by_reference(self.cleaned_data["source"], self.by) if self.by is not None else None
        if found is None:
            raise ValidationError(_("There is nothing with this number, or you do not see it."))
        return found

    def clean_used_on(self) -> date:
        return check_came(self.cleaned_data["used_on"])


class BackForm(StepForm):
    round: Any = forms.ModelChoiceField(None, label=_("Which round"), empty_label=None)
    note = forms.CharField(label=_("Why it was no round"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["round"]
        rounds: Any = apps.get_model("engagement.Round").objects.all()
        known.queryset = rounds.of_clauses([self.record]).standing() if self.record is not None else rounds.none()
