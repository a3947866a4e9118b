"""Taking tasks on and leaving them out, several at once, and asking the client to accept a review."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.projects.asking import ask
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Task

MOST = 200


@login_required
@require_POST
def change_tasks(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `take` and `leave`, numbers of tasks; all of them or, with a message, none."""
    iteration = get_object_or_404(Iteration.objects.visible_to(request.user).by_reference(reference))
    if not may_work(request.user):
        raise Forbidden
    with telling_refusals(request), transaction.atomic():
        for task in _tasks(request, "leave").filter(taken_into__iteration=iteration):
            iteration.leave_out(by=request.user, task=task)
        for task in _tasks(request, "take").filter(project=iteration.project_id):
            iteration.take(by=request.user, task=task)
    return redirect("iterations:detail", iteration.reference)


def _tasks(request: StaffRequest, name: str) -> QuerySet[Task]:
    said = [one for one in request.POST.getlist(name)[:MOST] if one.isdecimal() and len(one) < 18]
    return Task.objects.filter(pk__in=said).order_by("pk")


@login_required
@require_http_methods(["GET", "POST"])
def ask_to_accept(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks whom; POST reads the review back to them."""
    iteration = get_object_or_404(Iteration.objects.visible_to(request.user).by_reference(reference))
    return ask(request, iteration, _("They get a link which needs no log-in, with what was finished and what moves."))
