"""The gate for conversations."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.fields import PrevailsField, TwinArea, TwinField, check_pair
from zhike.clients.models import Client, Contact
from zhike.core.access.areas import area_is_on
from zhike.core.record.fields import DateField, LinkField, MomentField, PersonField
from zhike.core.record.form import RecordForm
from zhike.domains.conversations.models import Conversation, Direction, Kind, State
from zhike.domains.conversations.sending import NobodyToMail

AHEAD = timedelta(minutes=10)


class PeopleField(forms.ModelMultipleChoiceField):
    """People at the client; offers those of one client only."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        if value and all(hasattr(one, "pk") for one in value):
            return list(value)
        return list(super().clean(value))


class ConversationForm(RecordForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    project = LinkField(
        apps.get_model("projects.Project")._default_manager.all(), label=_("About the project"), required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, required=False)
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction, required=False)
    contacts = PeopleField(Contact.objects.none(), label=pgettext_lazy("in a conversation", "People"), required=False)
    happened_at = MomentField(label=_("When"), required=False)
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=0, max_value=10_000)
    follow_up_on = DateField(label=_("Follow up on"), required=False)
    author = PersonField(label=_("By"), required=False)
    needs_answer = forms.BooleanField(
        label=_("It waits for an answer"), required=False, help_text=_("Theirs for ours, ours for theirs.")
    )
    send = forms.BooleanField(
        label=_("Send it now"), required=False, help_text=_("A mail from us goes to the people who have an address.")
    )

    subject_twin = forms.CharField(label=_("Subject, in the other language"), max_length=200, required=False)
    twin = TwinField(
        20_000, widget=TwinArea(rows=3, hints=False),
        help_text=_("Of a mail from us: whoever gets it reads their own language first, the other one below."),
    )  # fmt: skip
    prevails = PrevailsField()

    answers = LinkField(Conversation.objects.all(), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Conversation
        fields = (
            "client", "project", "kind", "direction", "contacts", "subject", "text", "happened_at", "minutes", "mood",
            "next_step", "follow_up_on", "author", "external_id",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        client = self.data.get("client") or self.initial.get("client") or self.instance.client_id
        pk = getattr(client, "pk", client)
        if str(pk).isdecimal():
            people: Any = self.fields["contacts"]
            people.queryset = Contact.objects.of_client(pk).standing().order_by("name")
            if not self.is_bound:
                projects: Any = self.fields["project"]
                projects.queryset = projects.queryset.filter(client=pk)
        if area_is_on("snippets"):
            offered = {"data-snippets": reverse("offered_snippets"), "data-snippets-words": gettext("Snippets")}
            self.fields["text"].widget.attrs |= offered
        if self.instance.pk:
            for name in ("needs_answer", "send", "answers", "twin", "prevails", "subject_twin"):
                del self.fields[name]

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Kind.NOTE

    def clean_direction(self) -> str:
        return self.cleaned_data["direction"] or Direction.OUT

    def clean_happened_at(self) -> Any:
        said = self.cleaned_data["happened_at"] or self.instance.happened_at or timezone.now()
        if said > timezone.now() + AHEAD:
            raise ValidationError(_("This lies ahead. Log it when it has happened, or set a follow-up day."))
        return said

    def clean_follow_up_on(self) -> Any:
        said = self.cleaned_data["follow_up_on"]
        if said and not self.instance.pk and said < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        return said

    def clean(self) -> dict[str, Any]:
        """Only a mail from us can be sent, and only to somebody who has an address."""
        said = super().clean() or self.cleaned_data
        client, project = said.get("client"), said.get("project")
        if client and project and project.client_id != client.pk:
            self.add_error("project", _("This project is another client’s."))
        if "send" not in self.fields:
            return said
        check_pair(self, "text", "twin")
        check_pair(self, "subject", "subject_twin")
        ours = (said.get("kind"), said.get("direction")) == (Kind.MAIL, Direction.OUT)
        if said.get("send") and ours and not any(contact.emails for contact in said.get("contacts") or ()):
            self.add_error("send", str(NobodyToMail()))
        said["send"] = bool(said.get("send")) and ours
        return said

    @property
    def values(self) -> dict[str, Any]:
        """A message that needs an answer begins as waiting: theirs for us, ours for them."""
        said = super().values
        said.pop("send", None)
        if (before := said.pop("answers", None)) and before.client_id == said["client"].pk:
            said["thread"] = before.thread or before
        if said.pop("needs_answer", False) and said.get("kind") != Kind.NOTE:
            said["state"] = State.WAITING if said.get("direction") == Direction.IN else State.ASKED
        return said

    def save(self, *, by: Any) -> Conversation:  # type: ignore[override]
        from zhike.domains.conversations.workflows import log

        if self.instance.pk:
            return cast(Conversation, super().save(by=by))
        logged = log(by=by, **self.values)
        logged.send_now = self.cleaned_data["send"]
        return logged
