"""What the steps of a letter ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm


class SendAgain(StepForm):
    """The address can be put right on this occasion."""

    to = forms.EmailField(label=_("To"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("to", self.record.to)
