"""Handing a client over: the owner and the note, in one transaction."""

from typing import Any

from django.db import transaction

from zhike.clients.handovers.models import Handover
from zhike.core.lifecycle.verbs import again_on_deadlock


@again_on_deadlock
def hand_over(client: Any, *, by: Any, successor: Any, text: str = "") -> Handover:
    """Make the successor the owner, who then stands in no longer, and write the note. Raises Forbidden."""
    with transaction.atomic():
        if client.owner_id != successor.pk:
            deputy = None if client.deputy_id == successor.pk else client.deputy
            client.amend(by=by, owner=successor, deputy=deputy)
        told = {"successor": str(successor)}
        return Handover.objects.add(by=by, facts=told, client=client, successor=successor, text=text)
