"""What drawing a flow asks."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.fields import LinkField
from zhike.core.record.step_form import StepForm
from zhike.domains.requirements.flows.choices import COLUMNS, ROWS, Shape, Way
from zhike.domains.requirements.models import Requirement


class _OfFlow(StepForm):
    """Offers only what stands in the flow."""

    OFFERS = {"node": "nodes", "before": "nodes", "after": "nodes", "arrow": "arrows"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            for name in self.OFFERS.keys() & self.fields.keys():
                field: Any = self.fields[name]
                found = getattr(self.record, self.OFFERS[name]).all()
                field.queryset = found.select_related("before", "after") if name == "arrow" else found
            if wanted := self.fields.get("requirement"):
                offered: Any = wanted
                offered.queryset = offered.queryset.filter(client=self.record.client_id)


def _one_of(label: Any, **more: Any) -> forms.ModelChoiceField:
    """One of what stands in the flow."""
    wrong = {"invalid_choice": _("This is no longer in the flow.")}
    return forms.ModelChoiceField(Requirement.objects.none(), label=label, error_messages=wrong, **more)


def _what(**more: Any) -> forms.CharField:
    return forms.CharField(label=_("What happens, or what is asked"), max_length=200, **more)


def _shape() -> forms.ChoiceField:
    return forms.ChoiceField(label=pgettext_lazy("flow", "Kind"), choices=Shape, required=False)


def _wanted() -> LinkField:
    return LinkField(Requirement.objects.all(), label=_("Requirement"), required=False)


def _words() -> forms.CharField:
    return forms.CharField(
        label=pgettext_lazy("flow", "When"), max_length=40, required=False,
        help_text=_("After a decision: yes, no, more than 3."),
    )  # fmt: skip


class NodeForm(_OfFlow):
    node = _one_of(pgettext_lazy("flow", "Which"))


class AddNodeForm(_OfFlow):
    text = _what()
    shape = _shape()
    after = _one_of(_("Comes after"), required=False, empty_label=pgettext_lazy("flow", "Nothing: at the bottom"))
    words = _words()
    requirement = _wanted()

    def clean_shape(self) -> str:
        return self.cleaned_data["shape"] or Shape.STEP


class ChangeNodeForm(_OfFlow):
    node = _one_of(pgettext_lazy("flow", "Which"))
    text = _what()
    shape = _shape()
    requirement = _wanted()

    def clean_shape(self) -> str:
        return self.cleaned_data["shape"] or Shape.STEP


class MoveNodeForm(_OfFlow):
    node = _one_of(pgettext_lazy("flow", "Which"))
    way = forms.ChoiceField(label=_("On which way"), choices=[("", "—"), *Way.choices], required=False)
    column = forms.IntegerField(label=_("Column"), min_value=0, max_value=COLUMNS - 1, required=False)
    row = forms.IntegerField(label=_("Row"), min_value=0, max_value=ROWS - 1, required=False)
    seen = forms.CharField(max_length=8, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not said.get("way") and (said.get("column") is None or said.get("row") is None):
            raise ValidationError(_("Say on which way, or into which column and row."))
        return said


class JoinForm(_OfFlow):
    before = _one_of(_("First"))
    after = _one_of(pgettext_lazy("flow", "Then"))
    words = _words()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("before") and said.get("before") == said.get("after"):
            raise ValidationError(_("It cannot come after itself."))
        return said


class PartForm(_OfFlow):
    arrow = _one_of(_("Arrow"))
