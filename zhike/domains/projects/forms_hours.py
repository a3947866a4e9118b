"""The gates of hours and of what they cost."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.preferences import company
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.fields import CurrencyField, DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.booking import last_role
from zhike.domains.projects.models import Hours, Pay, Project, Task


class HoursForm(RecordForm):
    project = LinkField(Project.objects.all(), label=_("Project"))
    task = LinkField(Task.objects.all(), label=pgettext_lazy("project", "Task"), required=False)
    person = PersonField(label=_("Who"), required=False)
    on = DateField(label=_("Day"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=24 * 60)

    class Meta:
        model = Hours
        fields = ("project", "task", "person", "on", "minutes", "role", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and self.by is not None:
            self.initial = {"person": self.by.pk, "on": timezone.localdate()} | dict(self.initial)

    def clean_person(self) -> Any:
        kept = self.instance.person if self.instance.person_id else None
        said = self.cleaned_data["person"] or kept or self.by
        if self.by is not None and said != self.by and said != kept and not may_lead(self.by):
            raise forms.ValidationError(_("You book your own hours; those of others, who leads."))
        return said

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        project, task = said.get("project"), said.get("task")
        if project and not project.is_live and project.pk != self.instance.project_id:
            self.add_error("project", _("Hours are booked on projects that run."))
        if project and task and task.project_id != project.pk:
            self.add_error("task", _("This stands in another project."))
        if project and said.get("person") and not said.get("role"):
            said["role"] = last_role(said["person"], project)
        return said


class PayForm(RecordForm):
    since = DateField(label=_("Valid from"))
    currency = CurrencyField(label=_("Currency"), required=False)

    class Meta:
        model = Pay
        fields = ("role", "since", "cost", "price", "currency")

    def clean_currency(self) -> str:
        return self.cleaned_data["currency"] or company().currency
