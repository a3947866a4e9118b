"""What a client decided and then otherwise: each time, why, and what that cost, as one page with the list behind it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhike.agreements.choices import Kind, State, Verb
from zhike.agreements.models import Act
from zhike.clients.models import Client
from zhike.core.access.request import StaffRequest
from zhike.core.record.family import family
from zhike.domains.conversations.recalled import Choice, Recalled

REVERSED = (Choice.REOPEN, Choice.AMEND)
TURNED = (
    Q(verb=Verb.REOPENED) | Q(verb=Verb.RENEGOTIATED, state=State.CONFIRMED)
    | Q(verb=Verb.SUPERSEDED, entry__confirmed_at__isnull=False) & ~Q(reason="")
)  # fmt: skip
"""Opened again, or something put in its place, after it had been confirmed."""
SHOWN = 200


@dataclass(frozen=True)
class Reversal:
    """`said` is where the client said otherwise, None where nobody noted it; `hours` what it cost."""

    act: Act
    said: Any
    hours: Decimal | None


def turned(client: Any) -> Any:
    """The acts by which decisions of the client were reversed."""
    return Act.objects.filter(TURNED, client__in=family(client), entry__kind=Kind.DECISION)


def reversals_of(client: Any) -> list[Reversal]:
    """The latest first. Three queries."""
    acts = list(turned(client).select_related("entry", "contact", "recorded_by").order_by("-pk")[:SHOWN])
    rows = Recalled.objects.filter(choice__in=REVERSED, decision__in=[act.entry_id for act in acts])
    left = list(rows.select_related("conversation"))
    return [_with_its_cost(act, left) for act in acts]


def _with_its_cost(act: Act, left: list[Recalled]) -> Reversal:
    """Each sentence counts once: it is the reason of the act, or named in it by its conversation."""
    for row in left:
        named = row.sentence[:500] == act.reason or row.conversation.reference in act.reason
        if row.decision_id == act.entry_id and named:
            left.remove(row)
            return Reversal(act, row.conversation, row.hours)
    return Reversal(act, None, None)


@login_required
@require_safe
def reversals(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /clients/CL-12/reversals/."""
    client = get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference))
    found = reversals_of(client)
    hours = sum((one.hours for one in found if one.hours), Decimal())
    told = {"client": client, "reversals": found, "hours": hours, "unknown": sum(1 for one in found if not one.hours)}
    return render(request, "conversations/reversals.html", told)
