"""The gate of risks and problems."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.fields import DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.models import Project
from zhike.domains.projects.risks.choices import Kind, Likelihood
from zhike.domains.projects.risks.models import Risk


def _long(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 2}), **more
    )


class RiskForm(RecordForm):
    project = LinkField(Project.objects.all(), label=_("Project"))
    title = forms.CharField(
        label=_("What may go wrong"), max_length=200, help_text=_("Or what has gone wrong, in one sentence.")
    )
    cause = _long(_("What it comes from"))
    effect = _long(_("What it would mean"), help_text=_("For the client: days, money, quality."))
    owner = PersonField(label=_("Owner"), required=False)
    due_on = DateField(label=pgettext_lazy("risk", "To be handled by"), required=False)
    plan = _long(_("What we do about it"))

    class Meta:
        model = Risk
        fields = (
            "project", "kind", "title", "cause", "effect", "likelihood", "impact", "owner", "due_on", "response",
            "plan",
        )  # fmt: skip
        groups = (
            (_("How bad it is"), ("likelihood", "impact")),
            (_("Who does what about it"), ("owner", "due_on", "response", "plan")),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields
        known["likelihood"].help_text = _("Of a problem nothing is asked: it is there.")
        if self.instance.pk:
            del known["project"], known["kind"]

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        kind = said.get("kind") or self.instance.kind
        if kind == Kind.PROBLEM and "likelihood" in said:
            said["likelihood"] = Likelihood.CERTAIN
        return said
