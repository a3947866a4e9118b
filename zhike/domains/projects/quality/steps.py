"""What the steps of checks and defects ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm


class RunForm(StepForm):
    note = forms.CharField(
        label=_("What came of it"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class WhyForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
