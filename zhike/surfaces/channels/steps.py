"""What the steps of a mail that came in ask for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client, Contact
from zhike.core.record.fields import LinkField
from zhike.core.record.step_form import StepForm


class PlaceForm(StepForm):
    """The contact may be left out; it says the client where that is left out."""

    client = LinkField(Client.objects.all(), label=_("Client"), required=False)
    contact = LinkField(Contact.objects.all(), label=_("Contact"), required=False)
    remember = forms.BooleanField(label=_("Add the address to the contact’s"), required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        contact = said.get("contact")
        said["client"] = said.get("client") or (contact.client if contact else None)
        if said["client"] is None and not self.errors:
            raise ValidationError(_("Choose the client, or somebody who works there."))
        if contact and said["client"] and not Contact.objects.of_client(said["client"]).filter(pk=contact.pk).exists():
            self.add_error("contact", _("This person works elsewhere. Choose one of the client’s people, or nobody."))
        return said
