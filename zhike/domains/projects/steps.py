"""What the steps of projects ask."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import UNSETTLED
from zhike.agreements.models import Entry
from zhike.clients.models import Contact
from zhike.core.record.fields import DateField
from zhike.core.record.step_form import StepForm


class ReasonForm(StepForm):
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class MoveForm(StepForm):
    due_on = DateField(label=_("New day"))
    reason = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays readable in the project, with the day that was."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            self.initial.setdefault("due_on", self.record.due_on)

    def clean_due_on(self) -> Any:
        said = self.cleaned_data["due_on"]
        if self.record is not None and said == self.record.due_on:
            raise ValidationError(_("That is the day on which it stands already."))
        return said


class ReachForm(StepForm):
    on = DateField(label=_("Reached on"), required=False, help_text=_("Empty: today."))

    def clean_on(self) -> Any:
        said = self.cleaned_data["on"]
        if said and said > timezone.localdate():
            raise ValidationError(_("That day is still to come."))
        return said


class WaitForm(StepForm):
    contact = forms.ModelChoiceField(Contact.objects.none(), label=_("For whom"), empty_label=None)
    what = forms.CharField(label=_("For what"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None:
            known: Any = self.fields["contact"]
            known.queryset = Contact.objects.of_client(self.record.client_id).standing().order_by("name")


class FollowForm(StepForm):
    before = forms.ModelChoiceField(Contact.objects.none(), label=_("After which task"))
    lag = forms.IntegerField(
        label=_("Working days between"), required=False, min_value=-200, max_value=400, help_text=_("Empty: none.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["before"]
        tasks = apps.get_model("projects.Task").objects
        if self.record is not None:
            known.queryset = tasks.standing().filter(project=self.record.project_id).exclude(pk=self.record.pk)

    def clean_lag(self) -> int:
        return self.cleaned_data["lag"] or 0


class UnfollowForm(StepForm):
    before = forms.ModelChoiceField(Contact.objects.none(), label=_("Which task"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["before"]
        if self.record is not None:
            known.queryset = self.record.befores.all()


class RequireForm(StepForm):
    entry = forms.ModelChoiceField(
        Entry.objects.none(), label=_("What must be confirmed"),
        help_text=_("From the agreements with this client that are not confirmed yet."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["entry"]
        if self.record is not None:
            entries = Entry.objects.standing().filter(client=self.record.client_id, state__in=UNSETTLED)
            known.queryset = entries.order_by("-pk")


class ReleaseForm(StepForm):
    entry = forms.ModelChoiceField(Entry.objects.none(), label=_("What it waits for"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["entry"]
        if self.record is not None:
            known.queryset = self.record.requirements.order_by("pk")
