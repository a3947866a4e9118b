"""A tier by hand: asked with a reason, approved by somebody else, ended by its day or by hand."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.policies import may_change
from zhike.clients.rules.fitting import company_day
from zhike.clients.tiers import events
from zhike.clients.tiers.errors import Over, SameTier
from zhike.clients.tiers.models import Override, Tier
from zhike.clients.tiers.moving import Place, move, refresh
from zhike.core.approval.errors import ReasonMissing
from zhike.core.approval.models import Approval
from zhike.core.approval.workflows import ask
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.amending import told
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell

NAME = "tiers.override"


def ask_for_tier(client: Client, *, by: Any, tier: Tier, reason: str, until: date | None = None) -> Approval:
    """Ask that the client be put into the tier, until that day or for good.

    Raises Forbidden, ReasonMissing, SameTier, AlreadyAsked, NobodyDecides.
    """
    if not may_change(by, client):
        raise Forbidden
    if not reason.strip():
        raise ReasonMissing
    if tier.pk == client.tier_id and not Override.objects.open().filter(client=client).exclude(until=until).exists():
        raise SameTier
    return ask(NAME, client, by=by, proposed={"tier": tier, "until": until}, reason=reason)


def start(approval: Approval, by: Any) -> None:
    """What follows from the approval, in its transaction. Raises Over."""
    client = Client.objects.get(pk=approval.record_id)
    tier = Tier.objects.get(pk=approval.proposed["tier"]["id"])
    until = date.fromisoformat(approval.proposed["until"]) if approval.proposed["until"] else None
    if until and until < timezone.localdate(moment()):
        raise Over
    Override.objects.open().filter(client=client).update(ended_at=moment())
    Override.objects.create(
        client=client, tier=tier, approval=approval, reason=approval.reason, asked_by=approval.asked_by,
        approved_by=by, since=moment(), until=until,
    )  # fmt: skip
    facts = {"why": approval.reason, "asker": told(approval.asked_by), "approval": approval.pk, "until": told(until)}
    move({client.pk: Place(tier, events.OVERRIDDEN, facts)}, by=by)


def may_end(user: Any, client: Client) -> bool:
    """Managers, and whoever answers for the client: the rule needs nobody's approval."""
    return may_lead(user) or (may_change(user, client) and user.pk in {client.owner_id, client.deputy_id})


@transaction.atomic
def end(client: Client, *, by: Any) -> Event | None:
    """Back to the rule; the event, or None where nothing was given by hand. Raises Forbidden."""
    if not may_end(by, client):
        raise Forbidden
    found = Override.objects.open().filter(client=client).select_related("tier").select_for_update(of=("self",)).first()
    return _end(found, by) if found else None


def end_what_is_over(today: date | None = None) -> int:
    """Those whose last day has passed go back to the rule; how many."""
    system, ended = apps.get_model("access.User")._default_manager.system(), 0
    over = Override.objects.over(today or company_day())
    while pks := list(over.values_list("pk", flat=True)[:100]):
        with transaction.atomic():
            some = over.filter(pk__in=pks).select_related("tier", "client").select_for_update(of=("self",))
            ended += len([_end(one, system) for one in some])
    return ended


def _end(given: Override, by: Any) -> Event:
    given.ended_at = moment()
    given.save(update_fields=["ended_at"])
    facts = {"name": str(given.client), "tier": told(given.tier)}
    event = tell(events.OVERRIDE_ENDED, given.client, by=by, facts=facts)
    refresh([given.client_id])
    return event
