"""The tier in the head of a client, what it entitles to in the rail, and whom My day names because of it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from zhike.clients.models import Client
from zhike.clients.needing import Need, client_need
from zhike.clients.policies import may_change
from zhike.clients.tiers.cadence import Cadence, cadence_of, late_clients
from zhike.clients.tiers.models import Override
from zhike.clients.tiers.wording import entitlements, lacks_owner, tier_badge
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import day_words

SHOWN = 6


@part("clients.head", template="tiers/head.html", order=10)
def tier_mark(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """One query: the tier, which the rail then knows."""
    return {"mark": tier_badge(client.tier), "lacks_owner": lacks_owner(client)} if client.tier_id else None


@part("clients.rail", template="tiers/rail.html", label=pgettext_lazy("of a client", "Tier"), order=12)
def tier_services(client: Any, reader: Reader) -> dict[str, Any] | None:
    """What the client is entitled to, when the next contact is due by it, and who gave it by hand."""
    if not client.tier_id:
        return None
    given = Override.objects.open().filter(client=client).first()
    change = (reverse("tier_of", args=[client.reference]), _("Change")) if may_change(reader.user, client) else None
    told = {"tier": client.tier, "entitlements": entitlements(client.tier), "cadence": cadence_of(client)}
    names = {"approver": reader.people.get(given.approved_by_id, "")} if given else {}
    return told | names | {"given": given, "more": change}


@part("clients.menu", template="tiers/menu.html", order=40)
def another_tier(client: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if may_change(reader.user, client) and client.archived_at is None else None


@client_need
def short_of_their_tier(user: Any, reader: Reader) -> Iterator[Need]:
    """My clients that are late by their tier's cadence."""
    for client in late_clients(Client.objects.filter(owner=user).select_related("tier"), reader.today)[:SHOWN]:
        cadence = cadence_of(client)
        if cadence and cadence.due_on:
            yield Need(client, _say(cadence), late=(reader.today - cadence.due_on).days, faint=True)


def _say(cadence: Cadence) -> str:
    said = ngettext(
        "Every working day, says their tier; the last contact was %(day)s.",
        "Every %(every)s working days, says their tier; the last contact was %(day)s.",
        cadence.every,
    )
    return said % {"every": cadence.every, "day": day_words(cadence.since, within=True)}
