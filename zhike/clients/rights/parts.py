"""The map, among the people of a client; a person's own rights, on its page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Contact
from zhike.clients.models.contact import Attitude
from zhike.clients.rights.choices import Power
from zhike.clients.rights.map import lines, placed
from zhike.clients.rights.models import Right
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.people", template="rights/confirm.html", label=_("Who must confirm what"), order=20)
def confirm(client: Any, reader: Reader) -> dict[str, Any] | None:
    """By subject; that nobody decides something is said."""
    rights = Right.objects.in_force(reader.today).filter(client=client, contact__archived_at=None)
    found = lines(rights.select_related("contact").order_by("pk"))
    may_add = not client.archived_at and Right.may_add(reader.user, None)
    address = f"{reverse('rights:add')}?client={client.pk}&next={reverse('clients:detail', args=[client.reference])}"
    more = (f"{address}?tab=people", gettext("Note a right")) if may_add else None
    return {"lines": found, "powers": [one.label for one in Power], "more": more} if found or may_add else None


@part("clients.people", template="rights/stand.html", label=_("Influence and attitude"), order=30)
def stand(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """Who stands where; the picture is a table."""
    rows = placed(Contact.objects.of_client(client).standing().order_by("name"))
    return {"rows": rows, "attitudes": [(one.value, one.label) for one in Attitude]} if rows else None


@part("contacts.rail", template="rights/rail.html", label=_("Decision rights"), order=45)
def rights(contact: Any, reader: Reader) -> dict[str, Any] | None:
    theirs = Right.objects.visible_to(reader.user).in_force(reader.today).filter(contact=contact)
    found = list(theirs.order_by("subject", "pk")[:5])
    return {"rights": found} if found else None
