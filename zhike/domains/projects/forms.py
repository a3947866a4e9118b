"""The gates of projects."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.core.base import money
from zhike.core.record.fields import CurrencyField, DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.errors import Unready
from zhike.domains.projects.models import Deliverable, Goal, Milestone, Phase, Project, Task


def _long(**more: Any) -> forms.CharField:
    return forms.CharField(required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}), **more)


class _InOrder(RecordForm):
    """Ends after it begins."""

    ENDS = "ends_on"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        first, last = said.get("starts_on"), said.get(self.ENDS)
        if first and last and last < first:
            self.add_error(self.ENDS, _("It would end before it begins."))
        return said


class ProjectForm(_InOrder):
    client = LinkField(Client.objects.all(), label=_("Client"))
    lead = PersonField(label=_("Leads"), required=False)
    why = _long(label=_("What it is for"), help_text=_("What shall be better for the client when it is over?"))
    scope = _long(label=_("What is in it"), help_text=_("One line, one thing."))
    excluded = _long(label=_("What is not in it"), help_text=_("What somebody might expect and will not get."))
    constraints = _long(label=_("What bounds it"), help_text=_("Days that cannot move, systems, laws, people."))
    starts_on = DateField(label=_("From"), required=False)
    ends_on = DateField(label=pgettext_lazy("project", "Until"), required=False)
    budget = forms.DecimalField(
        label=_("Budget"), required=False, min_value=Decimal(0), max_digits=14, decimal_places=2
    )
    currency = CurrencyField(label=_("Currency"), required=False)

    class Meta:
        model = Project
        fields = (
            "client", "name", "lead", "why", "scope", "excluded", "constraints", "starts_on", "ends_on", "budget",
            "currency",
        )  # fmt: skip
        groups = (
            (_("What was agreed"), ("why", "scope", "excluded", "constraints")),
            (_("When, and for how much"), ("starts_on", "ends_on", "budget", "currency")),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and self.by is not None:
            self.initial = {"lead": self.by.pk} | dict(self.initial)

    def clean_lead(self) -> Any:
        kept = self.instance.lead if self.instance.lead_id else None
        return self.cleaned_data["lead"] or kept or self.by

    def clean_currency(self) -> str:
        """An amount has one; the installation's where nobody says."""
        said = self.cleaned_data["currency"]
        return said or (money.of_region("") if self.cleaned_data.get("budget") is not None else "")


class _OfProject(RecordForm):
    """Stands in a project, for good; what it points to belongs to the same one."""

    SIBLINGS: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["project"]
        said = self.instance.project_id or self.data.get("project") or self.initial.get("project")
        pk = str(getattr(said, "pk", said)).rpartition("-")[2]
        if pk.isdecimal():
            for name in self.SIBLINGS:
                known: Any = self.fields[name]
                known.queryset = known.queryset.filter(project=pk)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        project = self._project()
        for name in self.SIBLINGS:
            if project and said.get(name) and said[name].project_id != project.pk:
                self.add_error(name, _("This stands in another project."))
        contact = said.get("contact")
        if project and contact and not Contact.objects.of_client(project.client_id).filter(pk=contact.pk).exists():
            self.add_error("contact", _("Choose somebody of the project's client."))
        return said

    def _project(self) -> Any:
        return self.instance.project if self.instance.pk else self.cleaned_data.get("project")


class PhaseForm(_OfProject, _InOrder):
    project = LinkField(Project.objects.all(), label=_("Project"))
    position = forms.IntegerField(
        label=pgettext_lazy("phase", "Place"),
        required=False,
        min_value=0,
        max_value=1_000,
        help_text=_("1 comes first. Empty: last."),
    )
    starts_on = DateField(label=_("From"), required=False)
    ends_on = DateField(label=pgettext_lazy("project", "Until"), required=False)

    class Meta:
        model = Phase
        fields = ("project", "title", "position", "starts_on", "ends_on")

    def clean_position(self) -> int:
        said, project = self.cleaned_data["position"], self.cleaned_data.get("project")
        if said is not None or self.instance.pk:
            return int(self.instance.position if said is None else said)
        last = Phase.objects.filter(project=project).order_by("-position").first() if project else None
        return last.position + 1 if last else 1


class MilestoneForm(_OfProject):
    SIBLINGS = ("phase",)

    project = LinkField(Project.objects.all(), label=_("Project"))
    phase = LinkField(Phase.objects.all(), label=_("Phase"), required=False)
    due_on = DateField(label=pgettext_lazy("milestone", "Due"))
    owner = PersonField(label=_("Owner"), required=False)
    contact = LinkField(
        Contact.objects.all(), label=_("Theirs to do"), required=False,
        help_text=_("Whoever at the client has to do it; nobody: we do."),
    )  # fmt: skip
    client_sees = forms.BooleanField(label=_("The client sees it"), required=False, initial=True)

    class Meta:
        model = Milestone
        fields = ("project", "title", "due_on", "phase", "owner", "contact", "client_sees")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["due_on"]  # it is moved, with a reason

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by


class TaskForm(_OfProject, _InOrder):
    SIBLINGS = ("phase", "milestone")
    ENDS = "due_on"

    project = LinkField(Project.objects.all(), label=_("Project"))
    phase = LinkField(Phase.objects.all(), label=_("Phase"), required=False)
    milestone = LinkField(Milestone.objects.all(), label=_("Milestone"), required=False)
    owner = PersonField(label=_("Owner"), required=False)
    starts_on = DateField(label=_("From"), required=False)
    due_on = DateField(label=pgettext_lazy("task", "Due"), required=False)
    note = _long(label=_("Note"))

    class Meta:
        model = Task
        fields = (
            "project", "title", "owner", "due_on", "starts_on", "phase", "milestone", "hours_low", "hours",
            "hours_high", "note",
        )  # fmt: skip
        groups = ((_("Estimated hours"), ("hours_low", "hours", "hours_high")),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("hours_low", "hours", "hours_high"):
            self.fields[name].min_value = 0  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self._estimates_in_order(said)
        project = self._project()
        if project and project.is_live and not (said.get("owner") and said.get("due_on")):
            missing = "owner" if not said.get("owner") else "due_on"
            if missing not in self.errors:
                self.add_error(missing, str(Unready([said.get("title") or self.instance])))
        return said

    def _estimates_in_order(self, said: dict[str, Any]) -> None:
        for less, more in (("hours_low", "hours"), ("hours", "hours_high")):
            low, high = said.get(less), said.get(more)
            if low is not None and high is not None and high < low:
                self.add_error(more, ValidationError(_("This is less than the smaller estimate.")))


class TaskLine(TaskForm):
    """The line below a plan, in which one writes the next task."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].widget.attrs["class"] = "select"
        self.fields["due_on"].widget.attrs["class"] = "input"


class GoalForm(_OfProject):
    project = LinkField(Project.objects.all(), label=_("Project"))
    title = forms.CharField(
        label=pgettext_lazy("project", "Goal"), max_length=200, help_text=_("What exactly shall be different?")
    )
    due_on = DateField(label=pgettext_lazy("project", "Until"), required=False)
    owner = PersonField(label=_("Owner"), required=False)

    class Meta:
        model = Goal
        fields = ("project", "title", "measure", "baseline", "target", "due_on", "attainable", "relevant", "owner")


class DeliverableForm(_OfProject):
    SIBLINGS = ("milestone",)

    project = LinkField(Project.objects.all(), label=_("Project"))
    milestone = LinkField(Milestone.objects.all(), label=_("Milestone"), required=False)
    owner = PersonField(label=_("Owner"), required=False)
    due_on = DateField(label=pgettext_lazy("deliverable", "Due"), required=False)
    criteria = _long(label=_("How one can tell that it is right"), help_text=_("One line, one thing."))

    class Meta:
        model = Deliverable
        fields = ("project", "title", "due_on", "milestone", "owner", "criteria")

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by
