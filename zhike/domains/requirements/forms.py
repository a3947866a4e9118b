"""The gates for requirements and their conflicts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources.tracing import traced
from zhike.domains.projects.models import Goal, Phase, Project
from zhike.domains.requirements.choices import Kind, Source
from zhike.domains.requirements.models import Activity, Conflict, Requirement


def _long(rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **more)


class RequirementForm(RecordForm):
    """Each can be traced: where it was heard is asked, and where that is a record of ours it is kept as that record."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    project = LinkField(Project.objects.all(), label=_("Project"), required=False)
    statement = _long(
        3, label=_("What is wanted"), max_length=4_000, help_text=_("As it was said; what it means comes later.")
    )
    why = _long(
        label=pgettext_lazy("requirement", "What for"), max_length=2_000, required=False,
        help_text=_("What can they do then that they cannot do now?"),
    )  # fmt: skip
    contact = LinkField(Contact.objects.all(), label=_("Who wants it"), required=False)
    kind = forms.ChoiceField(label=_("How much"), choices=Kind, required=False)
    measure = forms.CharField(
        label=_("How one can tell"), max_length=300, required=False, help_text=_("A number or a day, if there is one.")
    )
    owner = PersonField(label=_("Owner"), required=False)
    phase = LinkField(
        Phase.objects.all(), label=_("Phase that waits for it"), required=False,
        help_text=_("That phase of the project does not begin before this is agreed."),
    )  # fmt: skip
    goal = LinkField(
        Goal.objects.all(), label=pgettext_lazy("project", "Goal"), required=False,
        help_text=_("Which goal of the project it serves."),
    )  # fmt: skip
    activity = LinkField(
        Activity.objects.all(), label=pgettext_lazy("story map", "Activity"), required=False,
        help_text=_("What their people do with it: its column on the story map."),
    )  # fmt: skip
    source = forms.ChoiceField(label=_("Heard in"), choices=Source, required=False)
    source_text = forms.CharField(
        label=_("Where exactly"), max_length=200,
        help_text=_("The reference of a conversation, a meeting or a file, such as CV-12, or words."),
    )  # fmt: skip
    quote = _long(label=_("The very sentence"), max_length=2_000, required=False)

    class Meta:
        model = Requirement
        fields = (
            "client", "project", "statement", "why", "contact", "kind", "measure", "owner", "phase", "goal",
            "activity", "source", "source_text", "quote",
        )  # fmt: skip
        groups = ((_("Where it was heard"), ("source", "source_text", "quote")),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        project = str(getattr(self.initial.get("project"), "pk", self.initial.get("project")))
        if not self.is_bound and project.isdecimal():
            for name in ("phase", "goal", "activity"):
                offered: Any = self.fields[name]
                offered.queryset = offered.queryset.filter(project=project)
        if self.instance.pk:
            del self.fields["client"]
            if self.instance.entry_id:
                del self.fields["kind"]  # the ledger says how much was agreed
        elif self.by is not None:
            self.initial = {"owner": self.by.pk} | dict(self.initial)

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self._client())

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or self.instance.kind or Kind.SHOULD

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean_source(self) -> str:
        return self.cleaned_data["source"] or self.instance.source or Source.TALK

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        client, project, phase = self._client(), said.get("project"), said.get("phase")
        if client and project and project.client_id != client.pk:
            self.add_error("project", _("This project is another client’s."))
        if phase and (project is None or phase.project_id != project.pk):
            self.add_error("phase", _("This phase stands in another project."))
        goal, activity = said.get("goal"), said.get("activity")
        if goal and (project is None or goal.project_id != project.pk):
            self.add_error("goal", _("This goal is another project’s."))
        if activity and (project is None or activity.project_id != project.pk):
            self.add_error("activity", _("This activity stands on the map of another project."))
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With the record that `source_text` names, if it names one that this person sees."""
        return traced(super().values, self.by)

    def _client(self) -> Any:
        return self.instance.client if self.instance.pk else self.cleaned_data.get("client")


class ActivityForm(RecordForm):
    project = LinkField(Project.objects.all(), label=_("Project"))
    title = forms.CharField(
        label=_("What they do"), max_length=200, help_text=_("A verb and a thing: find a doctor, pay.")
    )
    note = forms.CharField(label=_("Who does it, and when"), max_length=300, required=False)

    class Meta:
        model = Activity
        fields = ("project", "title", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["project"]


class ConflictForm(RecordForm):
    """A conflict is found, not entered: only a note is written on it."""

    note = _long(3, label=_("Note"), max_length=2_000, required=False)

    class Meta:
        model = Conflict
        fields = ("note",)
