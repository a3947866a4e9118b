"""What the steps of a conversation ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm


class SendForm(StepForm):
    wait = forms.BooleanField(
        label=_("For those outside of their hours: send when these begin"), required=False, initial=True
    )
