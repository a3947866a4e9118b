"""What of the trunk is handed over when somebody leaves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.core.record.handing_over import belonging


def _give_client(client: Client, *, by: Any, to: Any) -> Any:
    """A deputy who becomes the owner stands in no longer."""
    return client.amend(by=by, owner=to, deputy=None if client.deputy_id == to.pk else client.deputy)


@belonging("clients", label=_("Clients owned"), client="pk", give=_give_client)
def owned(person: Any) -> Any:
    return Client.objects.standing().filter(owner=person)


@belonging("deputised", label=_("Clients deputised for"), field="deputy", client="pk")
def deputised(person: Any) -> Any:
    return Client.objects.standing().filter(deputy=person)
