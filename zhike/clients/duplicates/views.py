"""The queue: pairs that may be one, to merge, to tell apart or to put off; and a hint while someone types."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhike.clients.duplicates.candidates import candidates_for
from zhike.clients.duplicates.keys import READ
from zhike.clients.duplicates.models import Pair
from zhike.clients.duplicates.reasons import SURE, words_of
from zhike.clients.duplicates.workflows import ask_again, put_off, tell_apart
from zhike.core.access.preferences import company
from zhike.core.access.request import StaffRequest
from zhike.core.base import phones
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource

SHOWN = 25
DAYS_OFF = 30
STATES = ("open", "later", "apart")


@dataclass(frozen=True)
class Shown:
    """`two` are the records, each with what tells it from the other; `mine` whether the reader may merge them."""

    pair: Pair
    two: list[tuple[Any, str]]
    reasons: list[str | Promise]
    sure: bool
    mine: bool

    @property
    def area(self) -> str:
        """The name of their pages' address."""
        return "clients:detail" if self.pair.record_type == "clients.client" else "contacts:detail"


@login_required
def queue(request: StaffRequest) -> HttpResponse:
    """`kind` clients or contacts, `state` open, later or apart, `sure` the sure ones only."""
    state = request.GET.get("state") if request.GET.get("state") in STATES else "open"
    kind = request.GET.get("kind") if request.GET.get("kind") in ("clients", "contacts") else ""
    seen = Pair.objects.visible_to(request.user)
    found = seen.to_decide() if state == "open" else seen.filter(state=state).order_by("-pk")
    if kind:
        found = found.filter(record_type=RESOURCES[kind].record_type)
    if request.GET.get("sure"):
        found = found.filter(score__gte=SURE)
    asked = {"state": state, "kind": kind, "sure": request.GET.get("sure")}
    page = Paginator(found, SHOWN).get_page(request.GET.get("page"))
    told = {
        "mine": _mine(found, request.user) if state == "open" else None,
        "page": page,
        "pairs": _shown(page.object_list, request.user),
        "may": may_work(request.user),
    }
    kept = urlencode({name: said for name, said in asked.items() if said})
    return render(request, "duplicates/queue.html", asked | told | {"kept": f"&{kept}"})


@login_required
@require_POST
def decide(request: StaffRequest, pk: int, step: str) -> HttpResponse:
    """`apart`, `later` or `again`."""
    pair = get_object_or_404(Pair.objects.visible_to(request.user), pk=pk)
    try:
        match step:
            case "apart":
                tell_apart(pair, by=request.user)
            case "later":
                put_off(pair, by=request.user, until=timezone.localdate() + timedelta(days=DAYS_OFF))
            case "again":
                ask_again(pair, by=request.user)
            case _:
                raise Http404
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Noted."))
    return redirect(way_back(request, reverse("duplicates")))


@login_required
@require_POST
def alike(request: StaffRequest, resource: str) -> HttpResponse:
    """What is here already and looks like what is being typed."""
    declared = RESOURCES.get(resource)
    if declared is None or declared.record_type not in READ:
        raise Http404
    found = candidates_for(declared.record_type, [_typed(declared, request)], by=request.user)[0]
    return render(request, "duplicates/alike.html", {"found": found, "resource": declared})


def _typed(resource: Resource, request: StaffRequest) -> dict[str, Any]:
    """As far as it passes the gate already."""
    asked = [name.removesuffix("_id") for name in READ[resource.record_type]]
    form = resource.form(by=request.user)
    values, _faults = form.clean_row({name: request.POST.get(name, "") for name in asked}, only=asked)
    return values | {"client_id": getattr(values.get("client"), "pk", None)}


def _mine(found: Any, reader: Any) -> int | None:
    """How many of these the reader may merge, as the sidebar counts them; None where it is all of them."""
    mine = Pair.objects.mergeable_by(reader).filter(pk__in=found.order_by().values("pk")).count()
    return None if mine == found.count() else mine


def _shown(pairs: Any, reader: Any) -> list[Shown]:
    found = list(pairs)
    own = set(Pair.objects.mergeable_by(reader).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True))
    records = {kind: _records(kind, [one for one in found if one.record_type == kind]) for kind in READ}
    return [
        Shown(
            one,
            [(record, _facts(record)) for record in map(records[one.record_type].get, (one.record_id, one.other_id))],
            words_of(one.record_type, one.reasons),
            one.score >= SURE,
            one.pk in own,
        )
        for one in found
    ]


def _facts(record: Any) -> str:
    client = getattr(record, "client", None)
    owner = record.owner if client is None and hasattr(record, "owner") else client and client.owner
    numbers = [phones.shown(one, company().region) for one in record.phones[:1]]
    legal = record.name if getattr(record, "short_name", "") else ""
    said = (legal, client and str(client), *numbers, *record.emails[:1], str(owner) if owner else _("Nobody’s"))
    return " · ".join(one for one in said if one)


def _records(record_type: str, pairs: list[Pair]) -> dict[int, Any]:
    ids = {pk for one in pairs for pk in (one.record_id, one.other_id)}
    joined = ("owner",) if record_type == "clients.client" else ("client", "client__owner")
    records = apps.get_model(record_type)._base_manager.select_related(*joined) if ids else None
    return records.in_bulk(ids) if records is not None else {}
