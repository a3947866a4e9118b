"""What the steps of a tryout ask."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.step_form import StepForm
from zhike.domains.projects.quality.choices import Severity
from zhike.domains.projects.steps import PinForm
from zhike.domains.requirements.choices import Kind
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.tryouts.choices import Went

LONGEST = 4_000


class _OfErrand(StepForm):
    """`errand` is the number of one of its own."""

    errand = forms.ModelChoiceField(Requirement.objects.none(), label=pgettext_lazy("tryout", "Errand"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["errand"]
            known.queryset = self.record.errands.all()

    def read_as(self, read: Callable[[Any], Any]) -> None:
        """The errands as their reader reads them."""
        known: Any = self.fields["errand"]
        known.label_from_instance = lambda errand: str(read(errand))


class NoteForm(_OfErrand):
    went = forms.ChoiceField(label=_("How it went"), choices=Went)
    reaction = forms.CharField(
        label=_("What they did and said"), max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class PointForm(_OfErrand, PinForm):
    """Where they looked, for which errand."""

    field_order = ("errand", "text", "place")


class WantForm(_OfErrand):
    statement = forms.CharField(label=_("What is wanted"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=_("How much"), choices=Kind, required=False)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Kind.SHOULD


class WrongForm(_OfErrand):
    title = forms.CharField(label=_("What is wrong"), max_length=200)
    severity = forms.TypedChoiceField(label=_("Severity"), choices=Severity, coerce=int, required=False)

    def clean_severity(self) -> int:
        return int(self.cleaned_data["severity"] or Severity.NORMAL)
