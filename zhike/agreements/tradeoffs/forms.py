"""The gate for trade-offs."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.models import Constraint
from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.core.record.fields import LinkField, PersonField
from zhike.core.record.form import RecordForm


class TradeoffForm(RecordForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(Contact.objects.all(), label=_("Who chooses"))
    owner = PersonField(label=_("Looked after by"), required=False)
    constraint = LinkField(
        Constraint.objects.all(), label=_("What bounds it"), required=False, help_text=_("A constraint of the ledger.")
    )
    wish = forms.CharField(
        label=_("What they ask for"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In their words. Where it cannot be done so, the sheet says no, why, and what can be done."),
    )  # fmt: skip
    because = forms.CharField(
        label=_("What speaks against it"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    class Meta:
        model = Tradeoff
        fields = ("client", "title", "contact", "wish", "because", "constraint", "source_text", "owner")
        help_texts: ClassVar[dict[str, Any]] = {
            "source_text": _("A conversation, a file, minutes: their reference, such as CV-12, or words.")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("client")
            if self.instance.state != State.DRAFT:
                for name in [one for one in self.fields if one not in ("owner", "source_text", "version")]:
                    self.fields.pop(name)
        elif self.by is not None:
            self.initial.setdefault("owner", self.by.pk)

    def clean_contact(self) -> Any:
        client = self.cleaned_data.get("client") or (self.instance.client if self.instance.pk else None)
        return check_stands_at(self.cleaned_data["contact"], client)

    def clean_owner(self) -> Any:
        return self.cleaned_data["owner"] or (self.instance.owner if self.instance.pk else None) or self.by
