"""Clients that a file of something else names and nobody knows: made on the way, where the person asked for it."""

from typing import Any

from django.core.exceptions import ValidationError

from zhike.clients.forms import ClientForm
from zhike.clients.models import Client
from zhike.core.access.preferences import company
from zhike.surfaces.exchange.links import number_of


class Maker:
    """Makes a client of a text. A text with a digit is also its outside number, so that it is found again by it."""

    def __init__(self, by: Any) -> None:
        self.by = by
        self.form = ClientForm(by=by)

    def client(self, said: str) -> Client:
        """Not saved. Raises ValidationError: it is a reference, or cannot be a name."""
        if number_of(said, Client.prefix):
            raise ValidationError("")
        external = said if any(sign.isdecimal() for sign in said) and len(said.split()) == 1 else ""
        values, wrong = self.form.clean_row({"name": said, "external_id": external})
        if wrong:
            raise ValidationError([reason for reasons in wrong.values() for reason in reasons])
        made = Client(created_by=self.by)
        made.write({name: value for name, value in values.items() if value is not None})
        if company().client_visibility != "everyone" and not self.by.is_system:
            made.owner = self.by
        return made
