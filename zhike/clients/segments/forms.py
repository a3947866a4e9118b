"""The gate for segments."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.rules.forms import RuleFormField
from zhike.clients.segments.models import Segment, Visibility
from zhike.core.record.fields import PersonField
from zhike.core.record.form import RecordForm

BY_RULE, BY_HAND = "rule", "hand"


class SegmentForm(RecordForm):
    """Without a rule a segment is picked by hand; giving up the rule keeps the members as they are."""

    members = forms.ChoiceField(
        label=_("Members are found"),
        choices=[(BY_RULE, _("by a rule")), (BY_HAND, _("by hand"))],
        widget=forms.RadioSelect,
        required=False,
    )
    rule = RuleFormField(label=pgettext_lazy("of a segment", "Rule"), required=False)
    owner = PersonField(label=_("Owner"), required=False)
    visibility = forms.ChoiceField(label=_("Seen by"), choices=Visibility, required=False)

    class Meta:
        model = Segment
        fields = ("name", "description", "members", "rule", "owner", "visibility")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        picked = self.instance.pk and self.instance.rule is None
        self.initial.setdefault("members", BY_HAND if picked else BY_RULE)
        if not self.instance.pk and self.by is not None:
            self.initial.setdefault("owner", self.by.pk)

    def clean_visibility(self) -> str:
        return self.cleaned_data["visibility"] or self.instance.visibility or Visibility.EVERYONE

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        chosen = said.pop("members", None)
        if chosen == BY_HAND:
            said["rule"] = None
        elif chosen == BY_RULE and not said.get("rule") and "rule" not in self.errors:
            self.add_error("rule", ValidationError(_("Say at least one condition, or pick the members by hand.")))
        return said
