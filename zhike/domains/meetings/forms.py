"""The gate for meetings."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.record.fields import LinkField, MomentField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.conversations.forms import PeopleField
from zhike.domains.meetings.choices import Kind
from zhike.domains.meetings.models import Meeting

ONCE = ("client", "starts_at", "minutes", "every_weeks")  # afterwards it is moved, and a series is ended


class MeetingForm(RecordForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, required=False)
    title = forms.CharField(label=_("Title"), max_length=200, required=False, help_text=_("Empty: as its kind."))
    goal = forms.CharField(
        label=pgettext_lazy("of a meeting", "Goal"), required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("What shall be clear when it is over?"),
    )  # fmt: skip
    starts_at = MomentField(label=_("Begins"))
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=5, max_value=720)
    every_weeks = forms.IntegerField(
        label=_("Every … weeks"), required=False, min_value=0, max_value=52,
        help_text=_("Empty: a single one. The next one is made by itself, on the same weekday at the same hour."),
    )  # fmt: skip
    video = forms.URLField(label=_("Video link"), required=False, max_length=400, assume_scheme="https")
    lead = PersonField(label=_("Leads"), required=False)
    staff = PeopleField(User.objects.none(), label=pgettext_lazy("at a meeting", "Of us"), required=False)
    contacts = PeopleField(Contact.objects.none(), label=pgettext_lazy("at a meeting", "Of them"), required=False)
    agenda_hours = forms.IntegerField(
        label=_("Agenda due, working hours before"), required=False, min_value=0, max_value=200
    )

    class Meta:
        model = Meeting
        fields = (
            "client", "kind", "title", "starts_at", "minutes", "place", "video", "contacts", "lead", "staff", "goal",
            "every_weeks", "agenda_hours",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        client = self.data.get("client") or self.initial.get("client") or self.instance.client_id
        pk, known = getattr(client, "pk", client), cast(Any, self.fields)
        if str(pk).isdecimal():
            known["contacts"].queryset = Contact.objects.of_client(pk).standing().order_by("name")
        known["staff"].queryset = User.objects.at_work().order_by("name")
        if self.instance.pk:
            for name in ONCE:
                del self.fields[name]
        elif self.by is not None:
            self.initial = {"lead": self.by.pk, "kind": Kind.PROGRESS, "minutes": 60} | dict(self.initial)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Kind.PROGRESS

    def clean_title(self) -> str:
        said = self.cleaned_data["title"] or self.instance.title
        return said or str(Kind(self.cleaned_data.get("kind") or Kind.PROGRESS).label)

    def clean_minutes(self) -> int:
        return self.cleaned_data["minutes"] or 60

    def clean_every_weeks(self) -> int:
        return self.cleaned_data["every_weeks"] or 0

    def clean_agenda_hours(self) -> int:
        said = self.cleaned_data["agenda_hours"]
        return int(self.instance.agenda_hours if said is None else said)

    def clean_lead(self) -> Any:
        return self.cleaned_data["lead"] or getattr(self.instance, "lead", None) or self.by

    def clean_staff(self) -> Any:
        """Whoever leads it takes part."""
        said, lead = list(self.cleaned_data["staff"]), self.cleaned_data.get("lead")
        return said if lead is None or lead in said else [lead, *said]

    def save(self, *, by: Any) -> Meeting:  # type: ignore[override]
        from zhike.domains.meetings.workflows import plan

        return cast(Meeting, super().save(by=by)) if self.instance.pk else plan(by=by, **self.values)
