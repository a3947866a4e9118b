"""What a decision asks."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST = 1_000
LABEL = pgettext_lazy("of a decision", "Reason")


class AgreeForm(forms.Form):
    reason = forms.CharField(label=LABEL, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=LABEL,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why you refuse: who asked must know what to do differently.")},
    )
