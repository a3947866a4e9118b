"""The gate for flows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.models import Project
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.models import Requirement


class FlowForm(RecordForm):
    title = forms.CharField(label=_("What goes how"), max_length=200)
    project = LinkField(Project.objects.all(), label=_("Project"), required=False)
    requirement = LinkField(
        Requirement.objects.all(), label=_("Requirement"), required=False,
        help_text=_("Where it shows a single one; the flow then stands on its page."),
    )  # fmt: skip
    note = forms.CharField(label=_("What it shows"), max_length=500, required=False)

    class Meta:
        model = Flow
        fields = ("title", "project", "requirement", "note")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        project = said.get("project", self.instance.project if self.instance.pk else None)
        wanted = said.get("requirement", self.instance.requirement if self.instance.pk else None)
        if project is None and wanted is None and not {"project", "requirement"} & self.errors.keys():
            self.add_error("project", _("Of which project or requirement is it?"))
        if project and wanted and wanted.client_id != project.client_id:
            self.add_error("requirement", _("This requirement is another client’s."))
        return said
