"""What the steps of an iteration ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Contact
from zhike.core.record.fields import LinkField
from zhike.core.record.step_form import StepForm
from zhike.domains.projects.iterations.backlog import backlog_of
from zhike.domains.projects.iterations.choices import Unfinished
from zhike.domains.projects.models import Task


class TakeForm(StepForm):
    task = LinkField(Task.objects.all(), label=_("Task"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["task"]
        if self.record is not None:
            known.queryset = self.offered()

    def offered(self) -> Any:
        return backlog_of(self.record.project)


class LeaveOutForm(TakeForm):
    def offered(self) -> Any:
        return Task.objects.filter(taken_into__iteration=self.record).order_by("pk")


class ReviewForm(StepForm):
    outcome = forms.CharField(
        label=_("What came of it"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the client saw, what they said, what is decided anew. They read it."),
    )  # fmt: skip
    attended = forms.ModelChoiceField(
        Contact.objects.none(), label=_("Who of theirs took part"), required=False, empty_label="—"
    )
    unfinished = forms.ChoiceField(label=_("What was not finished goes"), choices=Unfinished)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["attended"]
        if self.record is not None:
            known.queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")
