"""Two versions of a deliverable beside each other, each with what was pointed at in it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhike.agreements.twins.spoken import spoken
from zhike.core.access.request import StaffRequest
from zhike.domains.projects.models import Deliverable
from zhike.domains.projects.text import with_pins


@login_required
@require_safe
def beside(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /deliverables/DL-3/versions/?against=1&number=2: these two, else the newest and the one before."""
    deliverable = get_object_or_404(Deliverable.objects.visible_to(request.user).by_reference(reference))
    known = list(deliverable.versions.select_related("file", "made_by", "contact").order_by("-number"))
    newer = _chosen(known, request.GET.get("number", "")) or next(iter(known), None)
    before = next((one for one in known if newer and one.number < newer.number), None)
    older = _chosen(known, request.GET.get("against", "")) or before
    pair = {one.number: one for one in (older, newer) if one}
    told = {"deliverable": deliverable, "versions": known, "older": older, "newer": newer}
    read = spoken(deliverable)
    told["sides"] = [side_of(read, one) for _number, one in sorted(pair.items())]
    return render(request, "projects/beside.html", told)


def side_of(read: Any, version: Any) -> dict[str, Any]:
    """A version with its own pins, also those that were settled since; of a deliverable that came by `spoken`."""
    found = read.pins.filter(version=version).select_related("contact", "person", "version", "settled_in")
    pins = read.all_of(found)
    told = {"version": read.of(version), "pins": pins, "source": version.file.get_absolute_url()}
    return told | {"lines": with_pins(version, pins)}


def last_answered(deliverable: Any, version: Any) -> Any:
    """What the client said something of before this version came; None where there is nothing."""
    told = deliverable.versions.filter(number__lt=version.number).exclude(answer="")
    return told.select_related("file", "contact").order_by("-number").first()


def _chosen(known: list[Any], number: str) -> Any:
    return next((one for one in known if str(one.number) == number), None)
