"""The gate of ideas."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.resources.tracing import traced
from zhike.domains.ideas.models import Idea
from zhike.domains.projects.models import Project


class IdeaForm(RecordForm):
    """An idea is somebody's: of whoever writes it down where nobody else is named."""

    title = forms.CharField(label=pgettext_lazy("of an idea", "Idea"), max_length=200)
    text = forms.CharField(
        label=_("What it would be like"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    odd = forms.BooleanField(
        label=_("It sounds odd"), required=False,
        help_text=_("Like a virtual pet in a restaurant’s app. Odd ideas are weighed like any other."),
    )  # fmt: skip
    client = LinkField(
        Client.objects.all(), label=_("Client"), required=False, help_text=_("Empty: an idea for ourselves.")
    )
    project = LinkField(Project.objects.all(), label=_("Project"), required=False)
    person = PersonField(
        label=_("Brought by, of ours"), required=False, help_text=_("Who had it. It carries their name.")
    )
    contact = LinkField(Contact.objects.all(), label=_("Or of theirs"), required=False)
    owner = PersonField(label=_("Owner"), required=False, help_text=_("Who sees to it."))
    source_text = forms.CharField(
        label=_("Where it came up"), max_length=200, required=False,
        help_text=_("The reference of a conversation or a meeting, such as CV-12, or words."),
    )  # fmt: skip

    class Meta:
        model = Idea
        fields = ("title", "text", "odd", "client", "project", "person", "contact", "owner", "source_text")
        groups = ((_("Whose it was"), ("person", "contact", "owner", "source_text")),)

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self.cleaned_data.get("client"))

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        client, project, contact = (said.get(name) for name in ("client", "project", "contact"))
        if project and client is None:
            said["client"] = client = project.client
        if project and client and project.client_id != client.pk:
            self.add_error("project", _("This project is another client’s."))
        if contact and client is None:
            self.add_error("client", _("Name the client whose idea it was."))
        if contact and said.get("person"):
            self.add_error("contact", _("It was somebody of ours or somebody of theirs: name one of them."))
        if "person" in said and not contact and said["person"] is None and "contact" not in self.errors:
            said["person"] = self.instance.person or self.by
        return said

    @property
    def values(self) -> dict[str, Any]:
        """With the record that `source_text` names, if it names one that this person sees."""
        return traced(super().values, self.by)
