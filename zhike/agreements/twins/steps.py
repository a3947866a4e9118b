"""What is asked for the twin of a text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.comparing import languages_of
from zhike.agreements.twins.errors import NoSuchText, OtherLines, SameLanguage
from zhike.agreements.twins.fields import PrevailsField
from zhike.core.record.step_form import StepForm


class OfTextForm(StepForm):
    of = forms.CharField(label=_("Which text"), max_length=80, help_text=_("Its name, as the list of texts tells it."))

    def clean_of(self) -> str:
        key = str(self.cleaned_data["of"])
        if self.record is not None and self.record.text_of(key) is None:
            raise forms.ValidationError(str(NoSuchText()))
        return key


class TwinForm(OfTextForm):
    twin = forms.CharField(
        label=_("The same in the other language"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    prevails = PrevailsField(pgettext_lazy("wording that prevails", "The text itself"))
    same = forms.BooleanField(
        label=_("Both say the same now"), required=False,
        help_text=_("Tick it where only one of the two was put better, and nothing else was meant."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        text = self.record.text_of(said["of"]) if self.record is not None and said.get("of") else None
        if text and said.get("twin") and languages_of(text.words, said["twin"]) is None:
            self.add_error("twin", str(SameLanguage()))
        elif text and said.get("twin") and text.lines not in (0, len(said["twin"].splitlines())):
            self.add_error("twin", str(OtherLines(text.lines)))
        return said
