"""The gate of letters: what can still be put right before one leaves."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.mail.errors import BrokenHeader
from zhike.core.mail.header import is_one_line
from zhike.core.mail.models import Letter
from zhike.core.record.form import RecordForm


class LetterForm(RecordForm):
    to = forms.EmailField(label=_("To"))

    class Meta:
        model = Letter
        fields = ("to", "subject", "text")

    def clean_subject(self) -> str:
        subject: str = self.cleaned_data["subject"]
        if not is_one_line(subject):
            raise ValidationError(str(BrokenHeader()))
        return subject
