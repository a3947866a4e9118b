"""The look round: all its stops, going to one, and its end."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from zhike.core.access.request import StaffRequest
from zhike.surfaces.tour.models import Tour
from zhike.surfaces.tour.stops import stops_of


@login_required
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    return render(request, "tour/stops.html", {"stops": stops_of(request.user)})


@login_required
@require_POST
def go(request: StaffRequest) -> HttpResponse:
    """POST `stop`, from 1."""
    said, stops = request.POST.get("stop", "1"), stops_of(request.user)
    if not (said.isascii() and said.isdecimal() and len(said) < 3 and 1 <= int(said) <= len(stops)):
        raise Http404
    _keep(request, stop=int(said))
    url = stops[int(said) - 1].url
    return redirect(f"{url}{'&' if '?' in url else '?'}tour={said}")


@login_required
@require_POST
def end(request: StaffRequest) -> HttpResponse:
    """Gone through, or put aside: it is offered no more."""
    _keep(request, ended_at=timezone.now())
    return redirect("my_day")


def _keep(request: StaffRequest, **values: Any) -> None:
    Tour.objects.update_or_create(user=request.user, defaults=values)
