"""What of the trunk is handed over when somebody leaves, and which clients need their owner."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from zhike.clients.models import Client
from zhike.clients.needing import Need, client_need
from zhike.core.record.handing_over import belonging

QUIET_DAYS = 30
SHOWN = 8


def _give_client(client: Client, *, by: Any, to: Any) -> Any:
    """A deputy who becomes the owner stands in no longer."""
    return client.amend(by=by, owner=to, deputy=None if client.deputy_id == to.pk else client.deputy)


@belonging("clients", label=_("Clients owned"), client="pk", give=_give_client)
def owned(person: Any) -> Any:
    return Client.objects.standing().filter(owner=person)


@belonging("deputised", label=_("Clients deputised for"), field="deputy", client="pk")
def deputised(person: Any) -> Any:
    return Client.objects.standing().filter(deputy=person)


@client_need
def late_follow_ups(user: Any, reader: Any) -> Iterator[Need]:
    """One's own clients whose follow-up has passed its day."""
    mine = Client.objects.filter(owner=user).standing()
    for client in mine.filter(next_follow_up__lt=reader.today).order_by("next_follow_up")[:SHOWN]:
        days = (reader.today - client.next_follow_up).days
        words = ngettext("The follow-up is %(days)d day late.", "The follow-up is %(days)d days late.", days)
        yield Need(client, words % {"days": days}, late=days)


@client_need
def long_silent(user: Any, reader: Any) -> Iterator[Need]:
    """One's own clients that nobody spoke to for long, where nothing is planned either."""
    mine = Client.objects.filter(owner=user).standing().filter(next_follow_up=None)
    border = reader.now - timedelta(days=QUIET_DAYS)
    for client in mine.filter(last_contact_at__lt=border).order_by("last_contact_at")[:SHOWN]:
        days = (reader.now - client.last_contact_at).days
        words = ngettext("Not spoken to for %(days)d day.", "Not spoken to for %(days)d days.", days) % {"days": days}
        yield Need(client, words, late=days - QUIET_DAYS, faint=True)
