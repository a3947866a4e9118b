"""What moving on the story map asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.step_form import StepForm
from zhike.domains.projects.models import Phase, Project


def _one_of(label: Any, empty: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(Project.objects.none(), label=label, required=False, empty_label=empty)


class OrderForm(StepForm):
    before = _one_of(_("Before"), pgettext_lazy("story map", "at the end"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            others = type(self.record).objects.in_order().filter(project=self.record.project_id)
            _offer(self, "before", others.exclude(pk=self.record.pk))


class MoveForm(StepForm):
    """Below which activity, in which phase, before which other one. `seen` is the version that the person looked at."""

    activity = _one_of(pgettext_lazy("story map", "Activity"), pgettext_lazy("story map", "No activity"))
    phase = _one_of(_("Phase"), pgettext_lazy("story map", "Without a phase"))
    before = _one_of(_("Before"), pgettext_lazy("story map", "at the end"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is None:
            return
        from zhike.domains.requirements.models import Activity

        project = self.record.project_id
        _offer(self, "activity", Activity.objects.in_order().filter(project=project))
        _offer(self, "phase", Phase.objects.in_order().filter(project=project))
        _offer(self, "before", type(self.record).objects.mapped().filter(project=project).exclude(pk=self.record.pk))
        self.initial = {"activity": self.record.activity_id, "phase": self.record.phase_id} | dict(self.initial)


def _offer(form: StepForm, name: str, found: Any) -> None:
    field: Any = form.fields[name]
    field.queryset = found
