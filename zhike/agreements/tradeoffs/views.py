"""The page on which one way is changed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.tradeoffs.steps import ChangeWayForm
from zhike.agreements.tradeoffs.ways import SAID
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of


@login_required
@require_http_methods(["GET", "POST"])
def change_way(request: StaffRequest, reference: str, way: int) -> HttpResponse:
    """GET and POST /tradeoffs/TO-1/ways/7/: all that the way says, while the sheet is a draft."""
    tradeoff = get_object_or_404(Tradeoff.objects.visible_to(request.user).by_reference(reference))
    found = get_object_or_404(tradeoff.ways, pk=way)
    step, where = steps_of(Tradeoff)["change_way"], reverse("tradeoffs:detail", args=[tradeoff.reference])
    if not step.may(request.user, tradeoff):
        raise Forbidden
    if not step.starts_from(tradeoff) and request.method == "GET":
        return redirect(where)
    first: dict[str, Any] = {name: getattr(found, name) for name in SAID}
    said = request.POST.copy() if request.method == "POST" else None
    if said is not None:
        said["way"] = str(found.pk)
    form = ChangeWayForm(said, record=tradeoff, by=request.user, initial=first)
    if said is not None and form.is_valid():
        try:
            tradeoff.change_way(by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, gettext("Saved."))
            return redirect(f"{where}#way-{found.pk}")
    told = {"tradeoff": tradeoff, "way": found, "form": form, "where": where}
    return render(request, "tradeoffs/way.html", told, status=422 if form.errors else 200)
