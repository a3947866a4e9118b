"""What the steps of an idea ask."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.preferences import company
from zhike.core.record.fields import CurrencyField, DateField
from zhike.core.record.step_form import StepForm
from zhike.domains.ideas.choices import Becomes, Cost, Fit, Result, Worth
from zhike.domains.ideas.errors import NoClient, NotThatMany

WEIGHED = ("value", "value_why", "cost", "cost_why", "fit", "fit_why", "measure")
WHY = _("One sentence: why so?")


def _words(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, widget=forms.Textarea(attrs={"rows": 2}), **more)


def _mark(label: Any, choices: Any, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=lambda: _numbered(choices), coerce=int, **more)


def _numbered(choices: Any) -> list[tuple[Any, str]]:
    """None is chosen beforehand: a mark is somebody's."""
    return [("", "—"), *((one.value, f"{one.value} · {one.label}") for one in choices)]


def _why(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, help_text=WHY)


class WeighForm(StepForm):
    """The canvas: ten minutes, one sentence each."""

    value = _mark(_("What is it worth?"), Worth, help_text=_("Ten minutes are enough for all of this."))
    value_why = _why(_("Worth to whom, and why"))
    cost = _mark(_("What does it cost?"), Cost)
    cost_why = _why(_("What makes it dear or cheap"))
    fit = _mark(_("Does it fit?"), Fit)
    fit_why = _why(_("Fits what"))
    measure = forms.CharField(
        label=_("How can one tell that it works?"), max_length=300,
        help_text=_("What one would see, with a number if there is one."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in WEIGHED if self.record is not None else ():
            self.initial.setdefault(name, getattr(self.record, name))


class TrialForm(StepForm):
    hours = forms.DecimalField(
        label=pgettext_lazy("trial", "Hours at most"), min_value=Decimal("0.5"), max_value=500, decimal_places=1
    )
    until = DateField(label=pgettext_lazy("trial", "Until"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from zhike.domains.ideas.budget import quarter_of

        super().__init__(*args, **kwargs)
        if self.record is not None:
            quarter = quarter_of(timezone.localdate())
            told = {"left": quarter.left_words, "budget": quarter.hours}
            self.fields["hours"].help_text = _("%(left)s of this quarter’s %(budget)s hours are left.") % told


class SpendForm(StepForm):
    hours = forms.DecimalField(
        label=pgettext_lazy("trial", "Hours"), min_value=-500, max_value=500, decimal_places=1,
        help_text=_("Below zero: taken back."),
    )  # fmt: skip
    words = forms.CharField(label=_("What was done, what was seen"), max_length=500)

    def clean_hours(self) -> Decimal:
        said: Decimal = self.cleaned_data["hours"]
        if self.record is not None and self.record.spent + said < 0:
            raise forms.ValidationError(str(NotThatMany()))
        return said


class KeepForm(StepForm):
    becomes = forms.ChoiceField(label=_("What it becomes"), choices=Becomes)
    reason = _words(_("Why it is kept"))
    due_on = DateField(label=pgettext_lazy("to-do", "Due"), required=False, help_text=_("Of the to-do."))

    def clean_becomes(self) -> str:
        said: str = self.cleaned_data["becomes"]
        if said == Becomes.REQUIREMENT and self.record is not None and self.record.client_id is None:
            raise forms.ValidationError(str(NoClient()))
        return said


class DropForm(StepForm):
    reason = _words(_("Why it is dropped"), help_text=_("Whoever brought it will read this."))


class JudgeForm(StepForm):
    result = forms.ChoiceField(label=_("What became of it"), choices=Result)
    words = _words(_("What one saw"))
    amount = forms.DecimalField(
        label=_("What it brought"), max_digits=14, decimal_places=2, required=False,
        help_text=_("In money, if that is known. Below zero: it cost more than it brought."),
    )  # fmt: skip
    currency = CurrencyField(label=_("Currency"), required=False, help_text=_("Empty: the company’s."))

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"] or company().currency)
