"""What the steps of a strategy ask."""

from decimal import Decimal
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client
from zhike.core.record.fields import DateField
from zhike.core.record.step_form import StepForm
from zhike.insight.strategy.carrying import offered
from zhike.insight.strategy.choices import Better, Section


def measures_offered() -> list[tuple[str, Any]]:
    """The figures as a menu shows them; first that there is none."""
    from zhike.insight.strategy.measures import MEASURES

    return [("", _("noted by hand")), *((one.name, one.label) for one in MEASURES.values())]


class GoalForm(StepForm):
    name = forms.CharField(label=pgettext_lazy("strategy", "Goal"), max_length=160)
    measure = forms.ChoiceField(label=_("Measured by"), choices=measures_offered, required=False)
    better = forms.ChoiceField(label=pgettext_lazy("goal", "Shall be"), choices=Better)
    target = forms.DecimalField(label=pgettext_lazy("goal", "Target"), max_digits=14, decimal_places=2)
    by_day = DateField(label=pgettext_lazy("goal", "By"))

    def clean_target(self) -> Decimal:
        target: Decimal = self.cleaned_data["target"]
        if target < 0:
            raise ValidationError(_("A target is no less than nothing."))
        return target


class _OfStrategy(StepForm):
    """Offers the goals or the rules of the edition."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("goal", "strategy.StrategyGoal"), ("rule", "strategy.RuleLink")):
            if name in self.fields:
                field: Any = self.fields[name]
                field.queryset = apps.get_model(model).objects.filter(strategy=self.record)


def _one_of(label: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Client.objects.none(), label=label, empty_label=None)


class StrikeGoalForm(_OfStrategy):
    goal = _one_of(pgettext_lazy("strategy", "Goal"))


class NoteForm(_OfStrategy):
    """Only goals that no figure measures."""

    goal = _one_of(pgettext_lazy("strategy", "Goal"))
    value = forms.DecimalField(label=_("Where it stands"), max_digits=14, decimal_places=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["goal"]
        field.queryset = field.queryset.filter(measure="")


class CarryForm(StepForm):
    section = forms.ChoiceField(label=_("Section"), choices=Section)
    rule = forms.ChoiceField(label=_("Carried by"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rule"]
        field.choices = offered(self.by) if self.by is not None else []


class LetGoForm(_OfStrategy):
    rule = _one_of(_("Carried by"))
