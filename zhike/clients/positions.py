"""What the steps ask when a contact takes or leaves a place at a further client."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField
from zhike.core.record.step_form import StepForm


class JoinForm(StepForm):
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from zhike.clients.models import Client

        super().__init__(*args, **kwargs)
        self.fields["client"] = LinkField(Client.objects.visible_to(self.by), label=_("Client"))
        self.order_fields(["client", "title"])

    def clean_client(self) -> Any:
        client = self.cleaned_data["client"]
        if client.pk == self.record.client_id or self.record.positions.filter(client=client).exists():
            raise ValidationError(_("%(name)s stands at this client already."), params={"name": self.record})
        return client


class LeaveForm(StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(place.client_id, str(place.client)) for place in self.record.positions.select_related("client")]
        self.fields["client_id"] = forms.TypedChoiceField(label=_("Client"), choices=places, coerce=int)


def check_stands_at(contact: Any, client: Any) -> Any:
    """The contact, if it stands at this client, first or further; raises ValidationError. None of either is left be."""
    if contact and client and client.pk != contact.client_id and not contact.positions.filter(client=client).exists():
        raise ValidationError(
            _("%(name)s does not stand at this client. Choose someone who does."), params={"name": contact}
        )
    return contact
