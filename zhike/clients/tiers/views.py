"""Asking for another tier, for one client or several, and going back to the rule."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.clients.models import Client
from zhike.clients.policies import may_change
from zhike.clients.tiers.forms import OverrideForm
from zhike.clients.tiers.models import Override
from zhike.clients.tiers.overriding import ask_for_tier, end, may_end
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.pages.refusing import telling_refusals
from zhike.core.resources.registry import RESOURCES


@login_required
@require_http_methods(["GET", "POST"])
def of_client(request: HttpRequest, reference: str) -> HttpResponse:
    """GET shows the tier and asks for another, POST asks somebody to agree."""
    client = get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference))
    if not may_change(request.user, client):
        raise Forbidden
    form = OverrideForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        given = Override.objects.open().filter(client=client).select_related("tier", "asked_by", "approved_by").first()
        told = {"form": form, "client": client, "given": given, "may_end": may_end(request.user, client)}
        return render(request, "tiers/override.html", told, status=422 if form.is_bound else 200)
    _try(request, lambda: ask_for_tier(client, by=request.user, **form.cleaned_data), gettext("Asked: %(name)s"))
    return redirect(way_back(request, RESOURCES["clients"].url("detail", client)))


@login_required
@require_POST
def back_to_rule(request: HttpRequest, reference: str) -> HttpResponse:
    client = get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference))
    _try(request, lambda: end(client, by=request.user) and client, gettext("%(name)s follows the rule again."))
    return redirect(way_back(request, RESOURCES["clients"].url("detail", client)))


@login_required
@require_http_methods(["GET", "POST"])
def of_several(request: HttpRequest) -> HttpResponse:
    """GET ?ids=… asks once for all; POST asks for each, so that each is decided by those above its owner."""
    said = request.POST if request.method == "POST" else request.GET
    ids = [int(one) for one in said.getlist("ids") if one.isdecimal() and len(one) < 19][:MOST]
    clients = list(Client.objects.visible_to(request.user).standing().filter(pk__in=ids).order_by("name"))
    form = OverrideForm(request.POST if request.method == "POST" else None)
    if not form.is_valid() or not clients:
        return render(request, "tiers/several.html", {"form": form, "clients": clients}, status=_status(form))
    asked, refused = 0, 0
    for client in clients:
        try:
            ask_for_tier(client, by=request.user, **form.cleaned_data)
            asked += 1
        except Refused:
            refused += 1
    _say(request, asked, refused)
    return redirect(f"{RESOURCES['approvals'].url()}?asked_by=me")


MOST = 200


def _status(form: Any) -> int:
    return 422 if form.is_bound else 200


def _say(request: HttpRequest, asked: int, refused: int) -> None:
    if asked:
        words = ngettext("Asked for %(count)d client.", "Asked for %(count)d clients.", asked)
        messages.success(request, words % {"count": asked})
    if refused:
        words = ngettext("%(count)d was refused.", "%(count)d were refused.", refused)
        messages.warning(request, words % {"count": refused})


def _try(request: HttpRequest, act: Callable[[], Any], words: str) -> None:
    with telling_refusals(request):
        done = act()
        messages.success(request, words % {"name": done})
