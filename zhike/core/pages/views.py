"""Keeping a list's address under a name."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.pages.models import SavedView
from zhike.core.resources.registry import RESOURCES


@login_required
@require_POST
def keep(request: StaffRequest, resource: str) -> HttpResponse:
    """Save the list as the address shows it; the same name again replaces it."""
    name, query = _said(request, "name").strip()[:60], _said(request, "query")[:1_000]
    if not name:
        messages.error(request, gettext("Give the view a name."))
        return redirect(f"{RESOURCES[resource].url()}?{query}")
    shared = bool(request.POST.get("shared"))
    SavedView.objects.update_or_create(
        owner=request.user, resource=resource, name=name, defaults={"query": query, "shared": shared}
    )
    messages.success(request, gettext("Kept as “%(name)s”.") % {"name": name})
    return redirect(f"{RESOURCES[resource].url()}?{query}")


@login_required
@require_POST
def forget(request: StaffRequest, resource: str, pk: int) -> HttpResponse:
    """One's own views only."""
    get_object_or_404(SavedView, pk=pk, owner=request.user, resource=resource).delete()
    return redirect(RESOURCES[resource].url())


def _said(request: StaffRequest, name: str) -> str:
    """Without NUL, which no text has, and on one line."""
    return " ".join(request.POST.get(name, "").replace("\0", "").splitlines())
