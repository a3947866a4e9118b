"""A playbook started for a client by hand, and stopped."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.clients.models import Client
from zhike.clients.playbooks.forms import StartForm
from zhike.clients.playbooks.models import Run
from zhike.clients.playbooks.workflows import start, stop
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.refusing import telling_refusals
from zhike.core.resources.registry import RESOURCES


@login_required
@require_http_methods(["GET", "POST"])
def start_for(request: HttpRequest, reference: str) -> HttpResponse:
    """GET asks which, POST starts it."""
    client = get_object_or_404(Client.objects.visible_to(request.user).by_reference(reference))
    if not may_work(request.user):
        raise Forbidden
    form = StartForm(request.POST or None, client=client)
    if request.method == "GET" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "playbooks/start.html", {"form": form, "client": client}, status=status)
    _take(request, gettext("Started: %(name)s"), lambda: start(form.cleaned_data["playbook"], client, by=request.user))
    return redirect(way_back(request, RESOURCES["clients"].url("detail", client)))


@login_required
@require_POST
def stop_run(request: HttpRequest, pk: int) -> HttpResponse:
    seen = Run.objects.filter(client__in=Client.objects.visible_to(request.user))
    run = get_object_or_404(seen.select_related("client", "playbook"), pk=pk)
    words = lambda gone: ngettext("%(count)d to-do withdrawn.", "%(count)d to-dos withdrawn.", gone) % {"count": gone}  # noqa: E731
    _take(request, words, lambda: stop(run, by=request.user))
    return redirect(way_back(request, RESOURCES["clients"].url("detail", run.client)))


def _take(request: HttpRequest, words: Any, act: Any) -> None:
    with telling_refusals(request):
        done = act()
        messages.success(request, words(done) if callable(words) else words % {"name": done})
