"""The gate for hand-over notes."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.clients.handovers.models import Handover
from zhike.clients.models import Client
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm


class HandoverForm(RecordForm):
    """Once written, only the words can change: who has the client is changed at the client."""

    client = LinkField(Client.objects.all(), label=_("Client"))
    successor = PersonField(label=_("Successor"), help_text=_("Becomes the owner of the client, if not so already."))

    class Meta:
        model = Handover
        fields = ("client", "successor", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        help_texts = {"text": _("Tensions, taboos, what was agreed by word of mouth: what no list shows.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["client"].disabled = self.fields["successor"].disabled = True

    def save(self, *, by: Any) -> Handover:  # type: ignore[override]
        from zhike.clients.handovers.workflows import hand_over

        if self.instance.pk:
            return cast(Handover, super().save(by=by))
        said = self.values
        return hand_over(said.pop("client"), by=by, successor=said["successor"], text=said["text"])
