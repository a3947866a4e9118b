"""What the steps of an inquiry ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.step_form import StepForm
from zhike.domains.requirements.choices import Kind
from zhike.domains.requirements.models import Requirement

LONGEST = 4_000


class _OfAnswer(StepForm):
    """`answer` is the number of one of its own."""

    answer = forms.ModelChoiceField(Requirement.objects.none(), label=_("Question"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["answer"]
            known.queryset = self.record.answers.all()


class NoteForm(_OfAnswer):
    text = forms.CharField(label=_("What they say"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class BecomeForm(_OfAnswer):
    statement = forms.CharField(
        label=_("What is wanted"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Empty: just as they said it."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("How much"), choices=Kind, required=False)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Kind.SHOULD
