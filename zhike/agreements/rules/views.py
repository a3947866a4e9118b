"""The rules of engagement of a client, and the rounds of revision that were used."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhike.agreements.choices import Side
from zhike.agreements.models import Clause
from zhike.agreements.rules.forms import RoundForm
from zhike.agreements.rules.kept import LATELY, crossings_of, lines_of
from zhike.agreements.rules.kind_words import offers
from zhike.agreements.rules.meters import meters_of
from zhike.clients.models import Client
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.refusing import telling_refusals
from zhike.core.resources.registry import by_reference, resource_of


@login_required
@require_safe
def rules(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /clients/CL-12/rules/"""
    client, now = _client(request, reference), timezone.now()
    lines = lines_of(client, now)
    sides = [
        (_("What we keep to"), [one for one in lines if one.rule.side == Side.US]),
        (_("What they keep to"), [one for one in lines if one.rule.side == Side.THEM]),
    ]
    may = may_work(request.user) and not client.archived_at
    crossed = [(one, record, offers(one, record) if may else []) for one, record in crossings_of(client, now)]
    told = {"client": client, "sides": sides, "any": bool(lines), "crossed": crossed, "days": LATELY, "may": may}
    return render(request, "engagement/rules.html", told)


@login_required
@require_safe
def rounds(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /clients/CL-12/rules/rounds/"""
    client = _client(request, reference)
    told = {"client": client, "meters": meters_of(client), "may": may_work(request.user) and not client.archived_at}
    return render(request, "engagement/rounds.html", told)


@login_required
@require_http_methods(["GET", "POST"])
def note_round(request: StaffRequest, reference: str) -> HttpResponse:
    """GET and POST /clients/CL-12/rules/round/?source=CV-12: what used a round. 403 for who only reads."""
    client = _client(request, reference)
    if not may_work(request.user) or client.archived_at:
        raise Forbidden
    source = by_reference(request.GET.get("source", ""), request.user)
    if source is None:
        raise Http404
    form = RoundForm(client, request.POST or None, initial=_asked_in(source))
    if form.is_valid() and _noted(request, form, source):
        return redirect(_url_of(source))
    told = {"client": client, "form": form, "source": source, "back": _url_of(source)}
    return render(request, "engagement/note_round.html", told, status=422 if form.errors else 200)


@login_required
@require_POST
def take_back(request: StaffRequest, reference: str, pk: int) -> HttpResponse:
    """POST of `note` to /clients/CL-12/rules/rounds/7/back/: it was no round after all."""
    client = _client(request, reference)
    clause, note = get_object_or_404(Clause, rounds=pk, client=client), request.POST.get("note", "").strip()[:300]
    if note:
        with telling_refusals(request):
            clause.take_round_back(by=request.user, round=clause.rounds.get(pk=pk), note=note)
    else:
        messages.error(request, _("Say why it was no round."))
    return redirect("client_rounds", reference=client.reference)


def _noted(request: StaffRequest, form: RoundForm, source: Any) -> bool:
    said = form.cleaned_data
    try:
        said.pop("clause").use_round(by=request.user, source=source, **said)
    except Forbidden:
        raise
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("Noted."))
    return True


def _client(request: StaffRequest, reference: str) -> Client:
    found: Client | None = Client.objects.visible_to(request.user).by_reference(reference).first()
    if found is None:
        raise Http404
    return found


def _url_of(record: Any) -> str:
    resource = resource_of(record)
    return resource.url("detail", record) if resource else "/"


def _asked_in(record: Any) -> dict[str, Any]:
    """On which day and in which words, as far as the record says so."""
    if asked := getattr(record, "round_asked", None):
        return {"used_on": asked[0], "note": asked[1][:300]}
    told = (getattr(record, name, None) for name in ("happened_at", "held_at"))
    return {"used_on": timezone.localdate(next((at for at in told if at), None) or timezone.now())}
