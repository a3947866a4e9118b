"""What weighing a requirement asks."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Contact
from zhike.core.base import money
from zhike.core.record.fields import CurrencyField
from zhike.core.record.step_form import StepForm
from zhike.domains.requirements.choices import Criterion, Evidence, Feeling, Kind, Verdict
from zhike.domains.requirements.rating import ASKS
from zhike.domains.requirements.steps import long_text

IMPACTS = [
    ("3", _("Massive")), ("2", pgettext_lazy("impact", "High")), ("1", pgettext_lazy("impact", "Medium")),
    ("0.5", pgettext_lazy("impact", "Low")), ("0.25", _("Hardly any")),
]  # fmt: skip
CONFIDENCES = [("100", _("High, 100%")), ("80", _("Medium, 80%")), ("50", _("Low, 50%"))]


def _mark(criterion: Criterion, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=criterion.label, min_value=0, max_value=5, required=False, **more)


class RateForm(StepForm):
    """Asks only what the method of the requirement asks."""

    kind = forms.ChoiceField(label=_("How much"), choices=Kind, required=False)
    reach = forms.IntegerField(
        label=_("Reach"), min_value=0, max_value=10_000_000, required=False, help_text=_("People in a quarter.")
    )
    impact = forms.ChoiceField(label=_("Impact on each"), choices=IMPACTS, required=False)
    confidence = forms.ChoiceField(label=_("How sure we are"), choices=CONFIDENCES, required=False)
    effort = forms.DecimalField(
        label=_("Effort"), min_value=Decimal("0.1"), max_digits=6, decimal_places=1, required=False,
        help_text=_("Weeks of one person."),
    )  # fmt: skip
    there = forms.ChoiceField(label=_("How do they feel if it is there?"), choices=Feeling, required=False)
    missing = forms.ChoiceField(label=_("How do they feel if it is missing?"), choices=Feeling, required=False)
    value = _mark(Criterion.VALUE)
    urgency = _mark(Criterion.URGENCY)
    fit = _mark(Criterion.FIT)
    ease = _mark(Criterion.EASE)
    certainty = _mark(Criterion.CERTAINTY, help_text=_("All from 0 to 5."))
    reason = long_text(label=_("Why so"), max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            for name in {one for names in ASKS.values() for one in names} - set(ASKS[self.record.method]):
                del self.fields[name]
            self.initial.setdefault("kind", self.record.kind)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ASKS[self.record.method] if self.record is not None else ():
            if said.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, _("The method needs an answer here."))
        return said


class PathForm(StepForm):
    way = forms.CharField(label=_("The way"), max_length=300)
    days = forms.IntegerField(label=_("Working days"), min_value=0, max_value=5_000, required=False)
    cost = forms.DecimalField(label=_("Cost"), min_value=Decimal(0), max_digits=14, decimal_places=2, required=False)
    currency = CurrencyField(label=_("Currency"), required=False)
    people = forms.CharField(label=pgettext_lazy("feasibility", "People"), max_length=300, required=False)
    technical = forms.CharField(label=pgettext_lazy("feasibility", "Technology"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and said.get("days") is None and said.get("cost") is None and not (
            said.get("people") or said.get("technical")
        ):  # fmt: skip
            raise ValidationError(_("Say what it takes: days, money, people or technology."))
        if said.get("cost") is not None and not said.get("currency"):
            said["currency"] = money.of_region("")
        return said


class JudgeForm(StepForm):
    verdict = forms.ChoiceField(label=_("Can it be built?"), choices=Verdict)
    path = forms.ModelChoiceField(
        Contact.objects.none(), label=_("On which way"), required=False, empty_label=_("On none of them")
    )
    reason = long_text(label=_("Why so"), max_length=1_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["path"]
            known.queryset = self.record.paths.all()


class EvidenceForm(StepForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Evidence)
    said = forms.CharField(label=_("What it shows"), max_length=500)
    who = forms.CharField(label=_("Whose"), max_length=120, required=False, help_text=_("A competitor, a publisher."))
    url = forms.URLField(label=_("Address"), max_length=400, required=False, assume_scheme="https")
