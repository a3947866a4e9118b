"""What noting a round asks."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.models import Clause
from zhike.agreements.rules.compiling import Rounds
from zhike.agreements.rules.in_force import rules_of
from zhike.agreements.rules.steps import check_came
from zhike.core.record.fields import DateField


class RoundForm(forms.Form):
    """Which clause, since when; offers those of the client that are in force."""

    clause = forms.ModelChoiceField(Clause.objects.none(), label=_("Rounds of"), empty_label=None)
    used_on = DateField(label=_("When"))
    note = forms.CharField(label=_("What they asked to change"), max_length=300, required=False)

    def __init__(self, client: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [rule.clause.pk for rule, _rounds in rules_of(client, timezone.localdate()).of(Rounds)]
        clauses: Any = self.fields["clause"]
        clauses.queryset = Clause.objects.filter(pk__in=known).order_by("number", "pk")

    @property
    def offers(self) -> bool:
        clauses: Any = self.fields["clause"]
        return bool(clauses.queryset)

    def clean_used_on(self) -> date:
        return check_came(self.cleaned_data["used_on"])
