"""Both sides side by side before a merge; what came since before it is undone."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhike.clients.merging.later import later_fields, later_rows
from zhike.clients.merging.models import MERGED_TYPES, Merge
from zhike.clients.merging.policies import may_merge, may_take_apart
from zhike.clients.merging.shown import counted, kinds_of_rows, shown, sides
from zhike.clients.merging.undoing import check_undoable, unmerge
from zhike.clients.merging.workflows import merge
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused, StaleEdit
from zhike.core.record.fields import LinkField
from zhike.core.resources.registry import by_reference, resource_of


@login_required
@require_http_methods(["GET", "POST"])
def preview(request: StaffRequest, reference: str) -> HttpResponse:
    """`with` names the other one; without it the page asks. POST merges the other one into this one."""
    winner: Any = by_reference(reference, request.user)
    if winner is None or winner._meta.label_lower not in MERGED_TYPES:
        raise Http404
    loser = _other(request, winner)
    if loser is None:
        return _ask(request, winner)
    if not may_merge(request.user, winner, loser):
        raise Forbidden
    if request.method == "POST":
        return _merge(request, winner, loser)
    return _show(request, winner, loser)


def _merge(request: StaffRequest, winner: Any, loser: Any) -> HttpResponse:
    versions = _number(request.POST.get("version")), _number(request.POST.get("other_version"))
    name = str(loser)
    try:
        merge(winner, loser, by=request.user, choices=_chosen(request, "take_"), versions=versions)
    except Forbidden:
        raise
    except StaleEdit:
        messages.error(request, _("One of the two was changed meanwhile. Look at both once more."))
        return _show(request, winner, loser, status=409)
    except Refused as refused:
        messages.error(request, str(refused))
        return _show(request, winner, loser, status=409)
    messages.success(request, _("%(other)s is part of %(name)s now.") % {"other": name, "name": winner})
    return redirect(_page(winner))


def _show(request: StaffRequest, winner: Any, loser: Any, status: int = 200) -> HttpResponse:
    told = {"winner": winner, "loser": loser, "sides": sides(winner, loser), "moving": counted(loser)}
    return render(request, "merging/preview.html", told | {"page": _page(winner)}, status=status)


def _ask(request: StaffRequest, winner: Any) -> HttpResponse:
    """Which is the other one?"""
    asking = forms.Form(request.POST if "with" in request.POST else None)
    asking.fields["with"] = LinkField(resource_of(winner).records(request.user).standing(), label=_("The other one"))  # type: ignore[union-attr]
    return render(request, "merging/ask.html", {"winner": winner, "form": asking, "page": _page(winner)})


def _other(request: StaffRequest, winner: Any) -> Any:
    """The record that `with` names by reference or number, if it is another of the same kind."""
    said = request.POST.get("with") or request.GET.get("with") or ""
    records = resource_of(winner).records(request.user)  # type: ignore[union-attr]
    found = (records.by_number(said) if said.isdecimal() else records.by_reference(said)).first() if said else None
    return found if found and found.pk != winner.pk else None


@login_required
@require_http_methods(["GET", "POST"])
def take_apart(request: StaffRequest, pk: int) -> HttpResponse:
    """What was merged and what came since; POST takes the two apart."""
    done = get_object_or_404(Merge.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        return _take_apart(request, done)
    return _show_merge(request, done)


def _take_apart(request: StaffRequest, done: Merge) -> HttpResponse:
    try:
        unmerge(done, by=request.user, choices=_chosen(request, ""), version=_number(request.POST.get("version")))
    except Forbidden:
        raise
    except Refused as refused:
        messages.error(request, str(refused))
        return _show_merge(request, done, status=409)
    messages.success(request, _("The two stand apart again."))
    return redirect(_page(done.record(done.other_id)))


def _show_merge(request: StaffRequest, done: Merge, status: int = 200) -> HttpResponse:
    winner, loser = done.record(done.record_id), done.record(done.other_id)
    told = {"merge": done, "winner": winner, "loser": loser, "page": _page(winner)}
    told["why_not"] = _why_not(done, winner)
    told["may"] = not told["why_not"] and may_take_apart(request.user, done, winner, loser)
    if told["may"]:
        fields = later_fields(done, winner, {})
        told["fields"] = [(one, shown(winner, one.name)) for one in fields]
        told["rows"] = kinds_of_rows(one for one in later_rows(done, winner, {}) if one.offered)
    return render(request, "merging/merge.html", told, status=status)


def _why_not(done: Merge, winner: Any) -> str:
    try:
        check_undoable(done, winner)
    except Refused as refused:
        return str(refused)
    return ""


def _chosen(request: StaffRequest, before: str) -> dict[str, str]:
    said = request.POST.items()
    return {name.removeprefix(before): str(value) for name, value in said if name.startswith(before)}


def _number(said: Any) -> int | None:
    return int(said) if said and str(said).isdecimal() and len(str(said)) < 9 else None


def _page(record: Any) -> str:
    return resource_of(record).url("detail", record)  # type: ignore[union-attr]
