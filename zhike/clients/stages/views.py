"""A client moved by its page or by the board; the stages put in order; how long clients stay, as a file."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhike.clients.models import Client
from zhike.clients.stages.figures import figures
from zhike.clients.stages.forms import MoveForm
from zhike.clients.stages.models import Stage
from zhike.clients.stages.ordering import put_at
from zhike.clients.stages.workflows import move
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.pages.table_file import table_file
from zhike.core.resources.registry import RESOURCES


@login_required
@require_http_methods(["GET", "POST"])
def move_client(request: HttpRequest, reference: str) -> HttpResponse:
    """GET asks where to; POST moves. With `quick`, as the board sends it, a refusal is a message."""
    seen = Client.objects.visible_to(request.user).select_related("stage")
    client = get_object_or_404(seen.by_reference(reference))
    if not may_work(request.user):
        raise Forbidden
    form = MoveForm(request.POST or None, client=client, by=request.user)
    home = way_back(request, RESOURCES["clients"].url("detail", client))
    if request.method == "POST" and form.is_valid():
        if not (refused := _move(client, form.cleaned_data, request.user)):
            words = gettext("%(client)s moved to “%(stage)s”.")
            messages.success(request, words % {"client": client, "stage": form.cleaned_data["stage"]})
            return redirect(home)
        if request.POST.get("quick"):
            messages.error(request, _with_hint(refused, request.user))
            return redirect(home)
        form.add_error(None, refused)
    status = 422 if form.is_bound else 200
    return render(request, "stages/move.html", {"form": form, "client": client}, status=status)


def _move(client: Client, said: dict[str, Any], user: Any) -> str:
    """What speaks against it, or nothing."""
    try:
        move(client, said["stage"], by=user, why=said["why"], override=said.get("override", False))
    except Forbidden:
        raise
    except Refused as refused:
        return str(refused)
    return ""


def _with_hint(refused: str, user: Any) -> str:
    hint = gettext("As a manager you can move it anyway, with a reason, from its page.")
    return f"{refused} {hint}" if may_lead(user) else refused


@login_required
@require_POST
def order(request: HttpRequest, reference: str) -> HttpResponse:
    """POST `place`, from 1."""
    stage = get_object_or_404(Stage.objects.visible_to(request.user).standing().by_reference(reference))
    said = request.POST.get("place", "")
    if said.isdecimal() and len(said) < 4:
        put_at(stage, int(said), by=request.user)
    return redirect("stages:list")


@login_required
@require_GET
def figures_file(request: HttpRequest) -> HttpResponse:
    """GET: what the page of stages shows, as CSV."""
    heads = (
        gettext("Stage"), gettext("Clients now"), gettext("Longer than usual"), gettext("Usual days in it"),
        gettext("Stays that ended"), gettext("Median days"), gettext("Days, four in five"),
    )  # fmt: skip
    rows = (
        [str(one.stage), one.now, one.over, one.stage.usual_days, one.ended, one.median, one.p80]
        for one in figures(request.user)
    )
    return table_file("stages", RESOURCES["stages"].plural, heads, rows, by=request.user)
