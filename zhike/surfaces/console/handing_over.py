"""Handing over what somebody answers for: a receiver for each kind, another for single clients, as one job."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.access.policies import may_hand_over
from zhike.core.access.request import StaffRequest
from zhike.core.jobs.models import Job
from zhike.core.jobs.start import start
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.record.handing_over import open_things

SHOWN = 100  # clients that are offered one by one


@login_required
def show(request: StaffRequest, reference: str) -> HttpResponse:
    """GET lists what is open; POST starts the job with `kind_<name>` and `client_<number>`, each a person's number."""
    person = _person(request, reference)
    if request.method == "POST":
        return _start(request, person)
    things = open_things(person)
    last = _last_job(request, person)
    context = {
        "person": person,
        "things": things,
        "receivers": _receivers(person),
        "clients": Client.objects.visible_to(request.user).standing().filter(owner=person).order_by("name")[:SHOWN],
        "last": last,
        "suggested": person.manager_id,
    }
    return render(request, "console/hand_over.html", context)


@login_required
@require_POST
def back(request: StaffRequest, reference: str) -> HttpResponse:
    """Take the hand-over of the job back."""
    person = _person(request, reference)
    last = _last_job(request, person)
    if last is None or not last.result.get("events"):
        raise Http404
    told = last.result["events"]
    title = gettext("Take the hand-over of %(name)s back") % {"name": person}
    return redirect("job", start("people.hand_back", by=request.user, title=title, total=len(told), events=told).pk)


def _start(request: StaffRequest, person: User) -> HttpResponse:
    receivers, clients = _said(request, person, "kind_"), _said(request, person, "client_")
    if not receivers and not clients:
        messages.error(request, gettext("Choose who receives it."))
        return redirect("hand_over", person.reference)
    told = {"person": person.pk, "receivers": receivers, "clients": clients}
    total = sum(number for _one, number in open_things(person))
    title = gettext("Hand over from %(name)s") % {"name": person}
    return redirect("job", start("people.hand_over", by=request.user, title=title, total=total, **told).pk)


def _said(request: StaffRequest, person: User, prefix: str) -> dict[str, int]:
    """What follows the prefix, with the person chosen for it."""
    known = {str(one.pk): one.pk for one in _receivers(person)}
    said = {name: value for name, value in request.POST.items() if name.startswith(prefix)}
    return {name.removeprefix(prefix): known[value] for name, value in said.items() if value in known}


def _receivers(person: User) -> Any:
    return User.objects.at_work().exclude(pk=person.pk).exclude(role="readonly").order_by("name")


def _person(request: StaffRequest, reference: str) -> User:
    person = User.objects.visible_to(request.user).by_reference(reference).first()
    if person is None:
        raise Http404
    if not may_hand_over(request.user, person):
        raise Forbidden
    return person


def _last_job(request: StaffRequest, person: User) -> Job | None:
    """One's own hand-over that the address names."""
    said = request.POST.get("job") or request.GET.get("job", "")
    mine = Job.objects.filter(
        kind="people.hand_over", started_by=request.user, arguments__person=person.pk, state="done"
    )
    return mine.filter(pk=int(said)).first() if said.isdecimal() and len(said) < 19 else None
