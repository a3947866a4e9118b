"""Taking down what a contact wishes."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest

from zhike.clients.models import Contact
from zhike.clients.wishes.events import WISHED
from zhike.core.access.models import User
from zhike.core.timeline.tell import tell


def note_wishes(contact: Contact, *, link: Any, request: HttpRequest, **values: Any) -> None:
    """Amend the contact as everywhere; the program writes, and the event says that the contact said so, by which link.

    Confirming without changing anything is told too. Raises LinkEnded.
    """
    by = User.objects.system()
    with transaction.atomic():
        link.use(request, contact)
        edited = contact.amend(by=by, **values)
        tell(WISHED, contact, by=by, caused_by=edited, facts={"name": contact.name, "link": link.pk})
