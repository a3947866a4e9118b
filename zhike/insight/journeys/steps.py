"""What the steps of a journey and of its touchpoints ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.step_form import StepForm
from zhike.insight.journeys.choices import Way


class MoveForm(StepForm):
    way = forms.ChoiceField(label=pgettext_lazy("place on a map", "Which way"), choices=Way)


class MovePhaseForm(StepForm):
    phase = forms.ChoiceField(label=pgettext_lazy("journey", "Phase"))
    way = forms.ChoiceField(label=pgettext_lazy("place on a map", "Which way"), choices=Way)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            field: Any = self.fields["phase"]
            field.choices = [(name, name) for name in self.record.phases()]


class ValueForm(StepForm):
    value = forms.DecimalField(label=_("Where it stands"), max_digits=14, decimal_places=2)


class FinishForm(StepForm):
    outcome = forms.CharField(label=_("What was changed in the end"), max_length=300, required=False)


class DropForm(StepForm):
    reason = forms.CharField(label=_("Why it is dropped"), max_length=300)
