"""The page on which one tries what would be, and takes it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.resources.reader import Reader
from zhike.domains.projects.models import Project
from zhike.domains.projects.whatif.change import Change
from zhike.domains.projects.whatif.forms import TakeForm, WhatIfForm
from zhike.domains.projects.whatif.taking import take
from zhike.domains.projects.whatif.working_out import outcome

SHOWN = 40


@login_required
@require_http_methods(["GET", "POST"])
def what_if(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /projects/PJ-1/what-if/?days=5&person=3&instead=4&share=50 shows it; POST of it and `reason` takes it."""
    seen = Project.objects.visible_to(request.user).select_related("client")
    project = get_object_or_404(seen.by_reference(reference))
    may = Project.may_amend(request.user, project) and project.archived_at is None and project.ended_on is None
    if request.method == "POST":
        return _take(request, project, may)
    form = WhatIfForm(request.GET or None, record=project)
    valid = form.is_valid() if form.is_bound else True
    change = form.change if form.is_bound and valid else Change()
    return _page(request, project, form, change, may, status=200 if valid else 422)


def _take(request: StaffRequest, project: Any, may: bool) -> HttpResponse:
    if not may:
        raise Forbidden
    form = TakeForm(request.POST, record=project)
    if not form.is_valid():
        change = form.change if not ({"days", "person", "instead", "share"} & form.errors.keys()) else Change()
        return _page(request, project, form, change, may, status=422)
    try:
        taken = take(project, form.change, by=request.user, reason=form.cleaned_data["reason"])
    except Forbidden:
        raise
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, project, form, form.change, may, status=422)
    words = ngettext("Taken: %(count)d task or milestone.", "Taken: %(count)d tasks and milestones.", taken)
    messages.success(request, words % {"count": taken})
    return redirect("project_gantt", project.reference)


def _page(
    request: StaffRequest, project: Any, form: Any, change: Change, may: bool, *, status: int
) -> HttpResponse:  # fmt: skip
    reader = Reader(request.user)
    found = outcome(project, change, user=request.user, today=reader.today)
    told = {
        "record": project, "form": form, "change": change, "outcome": found, "clashes": found.clashes[:SHOWN],
        "takes": may and bool(change.days or change.instead), "kept": _kept(form),
        "reason": form.data.get("reason", ""),
    }  # fmt: skip
    return render(request, "whatif/page.html", told, status=status)


def _kept(form: Any) -> list[tuple[str, str]]:
    """What was tried, for the form that takes it."""
    return [(name, form.data.get(name, "")) for name in ("days", "person", "instead", "share")] if form.is_bound else []
