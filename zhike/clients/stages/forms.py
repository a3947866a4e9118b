"""The gate of stages; and the question where a client moves."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.models import Playbook
from zhike.clients.rules.forms import RuleFormField
from zhike.clients.rules.reading import conditions, read
from zhike.clients.stages.models import Stage
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.form import RecordForm


class StageForm(RecordForm):
    entry = RuleFormField(
        label=_("Entry rule"), required=False,
        help_text=_("Whoever meets it is moved in. Without one, only people move clients in."),
    )  # fmt: skip
    exit = RuleFormField(
        label=_("Exit rule"), required=False, help_text=_("What must hold before a client may leave this stage.")
    )
    next_stages = forms.ModelMultipleChoiceField(
        Stage.objects.none(), label=_("May be followed by"), required=False, widget=forms.CheckboxSelectMultiple
    )
    playbook = forms.ModelChoiceField(Playbook.objects.none(), label=_("Playbook on entering"), required=False)
    usual_days = forms.IntegerField(label=_("Usual days in it"), required=False, min_value=1, max_value=3_650)

    class Meta:
        model = Stage
        fields = ("name", "name_zh", "kind", "usual_days", "about", "next_stages", "playbook", "entry", "exit")
        widgets = {"about": forms.Textarea(attrs={"rows": 2})}
        groups = (
            (_("What follows"), ["next_stages", "playbook"]),
            (_("Who comes in"), ["entry"]),
            (_("Who may leave"), ["exit"]),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        after: Any = self.fields["next_stages"]
        after.queryset = Stage.objects.in_order().exclude(pk=self.instance.pk)
        book: Any = self.fields["playbook"]
        book.queryset = Playbook.objects.standing().order_by("name")

    def clean_entry(self) -> Any:
        return _not_of_itself(self.cleaned_data["entry"])

    def clean_exit(self) -> Any:
        return _not_of_itself(self.cleaned_data["exit"])

    def clean_next_stages(self) -> list[Stage]:
        return list(self.cleaned_data["next_stages"])


def _not_of_itself(said: Any) -> Any:
    """A rule of stages that asked for the stage would chase its own tail."""
    if said and any(one.field.name == "stage" for one in conditions(read(said))):
        raise ValidationError(_("A stage’s rule cannot ask for the stage. Say what must be true of the client itself."))
    return said


class MoveForm(forms.Form):
    """A manager may move against the rules, with a reason."""

    stage = forms.ModelChoiceField(Stage.objects.none(), label=_("Move to"), empty_label=None)
    why = forms.CharField(label=_("Why"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    override = forms.BooleanField(label=_("Move even if the rules speak against it"), required=False)

    def __init__(self, *args: Any, client: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["stage"]
        offered.queryset = Stage.objects.in_order().exclude(pk=client.stage_id)
        if not may_lead(by):
            del self.fields["override"]
