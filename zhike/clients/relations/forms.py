"""The gate for relations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.relations.group import would_turn_in_a_circle
from zhike.clients.relations.kinds import READINGS, TURNED, Kind
from zhike.clients.relations.models import Relation
from zhike.clients.sourced import SOURCE_FIELDS, SOURCE_GROUP, SOURCE_HINTS, SourcedForm
from zhike.core.record.fields import DateField, LinkField


class RelationForm(SourcedForm):
    """Takes either reading; what is kept is always read from the client to the other."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    kind = forms.ChoiceField(label=_("Is"), choices=READINGS)
    other = LinkField(Client.objects.all(), label=_("Other client"))
    since = DateField(label=_("Since"), required=False)
    until = DateField(label=_("Until"), required=False)

    class Meta:
        model = Relation
        fields = ("client", "kind", "other", "since", "until", "note", *SOURCE_FIELDS)
        groups = (SOURCE_GROUP,)
        help_texts = SOURCE_HINTS

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", _("It cannot end before it began."))
        if {"client", "kind", "other"} <= said.keys():
            self._turn(said)
            self._check_both(said)
        return said

    def _turn(self, said: dict[str, Any]) -> None:
        if said["kind"].startswith(TURNED):
            said["client"], said["other"] = said["other"], said["client"]
            said["kind"] = said["kind"].removeprefix(TURNED)

    def _check_both(self, said: dict[str, Any]) -> None:
        client, other, kind = said["client"], said["other"], said["kind"]
        if client == other:
            self.add_error("other", _("A client has no relation to itself; choose another one."))
        elif Relation.objects.same_as(client, other, kind).exclude(pk=self.instance.pk).exists():
            self.add_error("other", _("This is noted already."))
        elif kind == Kind.SUBSIDIARY and would_turn_in_a_circle(client, other):
            self.add_error("other", _("%(other)s belongs to %(client)s already: a group cannot turn in a circle.") % {
                "other": other, "client": client,
            })  # fmt: skip
