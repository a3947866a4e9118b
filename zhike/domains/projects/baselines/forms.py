"""The gate of baselines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.models import Project


class BaselineForm(RecordForm):
    """Freezes the plan as it stands; afterwards only the note beside it changes."""

    project = LinkField(Project.objects.all(), label=_("Project"))
    reason = forms.CharField(
        label=_("Why the plan is agreed anew"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Needed from the second one on."),
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Baseline
        fields = ("project", "reason", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["project"], self.fields["reason"]
