"""The gate of plans."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.clients.models.reach import Channel
from zhike.clients.plans.models import MOST_DAYS, Plan
from zhike.clients.plans.suggesting import usual_rhythm
from zhike.core.record.fields import DateField, LinkField, PersonField
from zhike.core.record.form import RecordForm
from zhike.core.todos.errors import Unseeing
from zhike.core.todos.policies import check_owner


class PlanForm(RecordForm):
    """Begins with what is usual for the client: its owner, and the rhythm of its tier."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(
        Contact.objects.all(), label=_("Contact"), required=False, help_text=_("Nobody: whoever is spoken with counts.")
    )
    project = LinkField(
        apps.get_model("projects.Project")._default_manager.all(), label=_("Project"), required=False,
        help_text=_("Then only conversations about that project count, and the plan rests and ends with it."),
    )  # fmt: skip
    owner = PersonField(label=_("Who keeps in touch"), required=False)
    every = forms.IntegerField(
        label=_("Every … working days"), min_value=1, max_value=MOST_DAYS, required=False,
        help_text=_("5 is once a week, 10 every other week, 21 about once a month."),
    )  # fmt: skip
    channel = forms.ChoiceField(
        label=_("Channel"), choices=[("", _("Any")), *Channel.choices], required=False,
        help_text=_("Only conversations on this channel count."),
    )  # fmt: skip
    starts_on = DateField(label=pgettext_lazy("plan", "From"), required=False)
    ends_on = DateField(label=pgettext_lazy("plan", "Until"), required=False)

    class Meta:
        model = Plan
        fields = ("client", "project", "contact", "owner", "every", "channel", "about", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            return
        said = self.initial.get("client")
        pk = getattr(said, "pk", said)
        seen = Client.objects.visible_to(self.by) if self.by else Client.objects.all()
        client = seen.filter(pk=pk).first() if str(pk).isdecimal() else None
        self.initial.setdefault("owner", (client and client.owner_id) or getattr(self.by, "pk", None))
        self.initial.setdefault("every", usual_rhythm(client))
        self.initial["starts_on"] = self.initial.get("starts_on") or timezone.localdate()

    def clean_owner(self) -> Any:
        client = self.cleaned_data.get("client")
        kept = self.instance.owner if self.instance.owner_id else None
        return self.cleaned_data["owner"] or kept or (client and client.owner) or self.by

    def clean_every(self) -> int:
        return self.cleaned_data["every"] or self.instance.every

    def clean_starts_on(self) -> Any:
        return self.cleaned_data["starts_on"] or self.instance.starts_on or timezone.localdate()

    def clean_contact(self) -> Any:
        contact, client = self.cleaned_data["contact"], self.cleaned_data.get("client")
        if contact and client and not Contact.objects.of_client(client).filter(pk=contact.pk).exists():
            raise ValidationError(
                _("%(name)s does not stand at %(client)s. Choose someone of this client, or nobody."),
                params={"name": contact, "client": client},
            )
        return contact

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        client, project = said.get("client"), said.get("project")
        if client and project and project.client_id != client.pk:
            self.add_error("project", _("This project is another client’s."))
        if said.get("ends_on") and said.get("starts_on") and said["ends_on"] < said["starts_on"]:
            self.add_error("ends_on", _("The plan would end before it starts. Choose a later day, or none."))
        try:
            check_owner(said.get("owner"), said.get("client"), by=self.by)
        except Unseeing as refused:
            self.add_error("owner", str(refused))
        return said
