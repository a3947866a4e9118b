"""The gate of charters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Contact
from zhike.core.record.fields import LinkField
from zhike.core.record.form import RecordForm
from zhike.domains.conversations.forms import PeopleField
from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.models import Project


class CharterForm(RecordForm):
    """Keeps the project as it stands. Who takes part is chosen until the client was asked."""

    project = LinkField(Project.objects.all(), label=_("Project"))
    people = PeopleField(Contact.objects.none(), label=_("Who of theirs takes part"), required=False)
    note = forms.CharField(
        label=_("Note"), max_length=4_000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For us; the client does not read it."),
    )  # fmt: skip

    class Meta:
        model = Charter
        fields = ("project", "people", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["people"]
        known.queryset = Contact.objects.of_client(self._client()).standing().order_by("name")
        if self.instance.pk:
            del self.fields["project"]
            if self.instance.entry_id:
                del self.fields["people"]

    def _client(self) -> int | None:
        """Of the project that is asked for."""
        if self.instance.pk:
            return self.instance.client_id
        said = self.data.get("project") or self.initial.get("project")
        pk = str(getattr(said, "pk", said)).rpartition("-")[2]
        found = Project.objects.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) <= 18 else None
        return found.client_id if found else None
