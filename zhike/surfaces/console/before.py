"""Before one talks to a client: one page of what they decided, what was promised, what is open, how they were last.

Who has much on their mind forgets what was settled; what they opened again once is brought up at growing intervals.
"""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from zhike.agreements.models import Decision
from zhike.agreements.remembering import Due, once_reopened, recall_of, recollect
from zhike.clients.models import Client
from zhike.core.access.areas import area_is_on
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.owed import Owed, Scope, owed, owed_sources
from zhike.core.record.family import family
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.models import Conversation, Recalled
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.friction import LEAST, counts_of

SHOWN = 6


@login_required
@require_safe
def before(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /clients/CL-12/before/"""
    client, reader = _client(request, reference), Reader(request.user)
    everything = owed(reader, Scope(client=client))
    ours, theirs = (
        [one for one in everything if (one.kind, one.side) == ("promises", side)] for side in ("us", "them")
    )
    dues = once_reopened(client)
    talks = Conversation.objects.standing().filter(client__in=family(client))
    context = {
        "client": client, "today": reader.today, "may": may_work(request.user), "shown": SHOWN,
        "decided": decided(client, reader.today),
        "ours": ours, "theirs": theirs,
        "open": with_icons([one for one in everything if one.kind != "promises"]),
        "mood": talks.exclude(mood="").order_by("-happened_at").first(),
        "last": talks.exclude(kind="note").order_by("-happened_at").first(),
        "again": asked_again(client), "hard": hard(client, request.user),
        "due": [one for one in dues if one.day <= reader.today],
        "later": later(dues, reader.today), "recall": recall_of(client),
    }  # fmt: skip
    return render(request, "console/before.html", context)


@login_required
@require_POST
def recollected(request: StaffRequest, reference: str, decision: str) -> HttpResponse:
    """POST of `remembered`, yes or no, for a decision that was brought up."""
    client = _client(request, reference)
    known = Decision.objects.filter(client__in=family(client)).by_reference(decision)
    recollect(get_object_or_404(known), by=request.user, remembered=request.POST.get("remembered") == "yes")
    messages.success(request, gettext("Noted."))
    return redirect("before", reference=client.reference)


def decided(client: Any, today: date) -> list[Any]:
    """What they decided and holds, the latest first."""
    found = Decision.objects.in_force(today).filter(client__in=family(client), side="them").select_related("contact")
    return list(found.order_by("-confirmed_at", "-pk")[:SHOWN])


def asked_again(client: Any) -> list[Any]:
    """Questions that came back, the latest first, with where they were answered."""
    found = Recalled.objects.again().filter(conversation__client__in=family(client), conversation__archived_at=None)
    return list(found.select_related("decision", "earlier", "conversation").order_by("-pk")[:3])


def hard(client: Any, user: Any) -> list[Any]:
    """What makes the work with them hard: what happens far more often than with others."""
    found = counts_of(client, Asked(user, {}), least=LEAST) if area_is_on("figures") else []
    return [one for one in found if one.stands_out]


def with_icons(found: list[Owed]) -> list[tuple[Owed, Any]]:
    sources = owed_sources()
    return [(one, sources[one.kind]) for one in found[:SHOWN]]


def later(dues: list[Due], today: date) -> Due | None:
    return next((one for one in dues if one.day > today), None)


def _client(request: StaffRequest, reference: str) -> Any:
    return get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference))
