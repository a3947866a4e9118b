"""What the steps of a pain point ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm


class SolutionForm(StepForm):
    """Begins with the solution noted so far."""

    solution = forms.CharField(label=_("What we offer against it"), max_length=2_000, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("solution", self.record.solution)


class WhyForm(StepForm):
    why = forms.CharField(label=_("Why"), max_length=300)
