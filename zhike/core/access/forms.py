"""What the steps of a person ask for."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.passwords import typed_or_made_up
from zhike.core.record.step_form import StepForm

LEFT_EMPTY = _("At least 10 characters. Left empty, one is made up and shown once.")


class PasswordField(forms.CharField):
    """A password for somebody else, or nothing."""

    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, max_length=200, help_text=LEFT_EMPTY, **kwargs)


class PasswordStep(StepForm):
    """`made_up` says that nobody typed the password, so it must be shown."""

    password = PasswordField(label=_("New password"))
    made_up = False

    def clean_password(self) -> str:
        password, self.made_up = typed_or_made_up(self.cleaned_data["password"], self.record)
        return password


class LeavingStep(StepForm):
    """Nobody leaves with something open by oversight."""

    leave_open = forms.BooleanField(
        label=_("Leave what is still open to the deputies"), required=False,
        help_text=_("It keeps the name of who leaves. Better: hand it over first."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.fields["leave_open"].help_text = format_html(
                gettext('It keeps the name of who leaves. Better: <a class="link" href="{}">hand it over first</a>.'),
                reverse("hand_over", args=[self.record.reference]),
            )
