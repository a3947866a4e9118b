"""The gates of tiers, and what asking for another tier asks."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.forms import RuleFormField
from zhike.clients.tiers.models import Tier
from zhike.core.approval.answering import LONGEST
from zhike.core.record.fields import DateField
from zhike.core.record.form import RecordForm


class TierForm(RecordForm):
    asks_own = False

    rule = RuleFormField(
        label=_("Rule"), required=False,
        help_text=_("The highest tier whose rule fits is the client’s. Without a rule it is given by hand alone."),
    )  # fmt: skip

    class Meta:
        model = Tier
        groups = (
            (_("For whom"), ["rule"]),
            (_("What it entitles to"), [
                "contact_days", "answer_hours", "review_months", "priority", "named_owner", "services",
            ]),
        )  # fmt: skip
        fields = (
            "name", "mark", "position", "signal", "rule", "contact_days", "answer_hours", "review_months", "priority",
            "named_owner", "services",
        )  # fmt: skip
        widgets = {"services": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "position": _("1 is the highest."),
            "contact_days": _("Clients not spoken with for longer stand in My day."),
            "services": _("One per line, as colleagues shall read it."),
        }


class OverrideForm(forms.Form):
    """Its values are what `ask_for_tier` takes."""

    tier = forms.ModelChoiceField(Tier.objects.none(), label=_("Tier"), empty_label="—")
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever decides reads this, and later everybody on the client’s timeline."),
    )  # fmt: skip
    until = DateField(label=_("Until"), required=False, help_text=_("Left empty, it holds until somebody ends it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["tier"]
        offered.queryset = Tier.objects.in_order()

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        return until
