"""The gates of checks and defects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Contact
from zhike.core.record.fields import DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.projects.models import Deliverable
from zhike.domains.projects.quality.models import Check, Defect


def _long(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}), **more)


class _OfDeliverable(RecordForm):
    """Stands at its deliverable for good."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["deliverable"]


class CheckForm(_OfDeliverable):
    deliverable = LinkField(Deliverable.objects.all(), label=_("Deliverable"))
    title = forms.CharField(label=_("What is tried"), max_length=200)
    steps = _long(pgettext_lazy("test case", "What is done"), required=False, help_text=_("One line, one step."))
    expected = _long(_("What should come of it"))

    class Meta:
        model = Check
        fields = ("deliverable", "title", "steps", "expected")


class DefectForm(_OfDeliverable):
    deliverable = LinkField(Deliverable.objects.all(), label=_("Deliverable"))
    title = forms.CharField(label=_("What is wrong"), max_length=200)
    text = _long(_("How to see it"), required=False)
    owner = PersonField(label=_("Owner"), required=False)
    due_on = DateField(label=pgettext_lazy("defect", "To be fixed by"), required=False)
    source = LinkField(Check.objects.all(), label=_("Found by the test case"), required=False)
    contact = LinkField(
        Contact.objects.all(),
        label=_("Found by"),
        required=False,
        help_text=_("Who of theirs; nobody: we did."),
    )

    class Meta:
        model = Defect
        fields = ("deliverable", "title", "severity", "text", "owner", "due_on", "source", "contact")

    def clean_owner(self) -> Any:
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or self.by

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        deliverable = self.instance.deliverable if self.instance.pk else said.get("deliverable")
        source, contact = said.get("source"), said.get("contact")
        if deliverable and source and source.deliverable_id != deliverable.pk:
            self.add_error("source", _("This is tried on another deliverable."))
        if deliverable and contact:
            theirs = Contact.objects.of_client(deliverable.client_id)
            if not theirs.filter(pk=contact.pk).exists():
                self.add_error("contact", _("Choose somebody of the project's client."))
        return said
