"""The quality of a project's deliverables, and letting one through all the same."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.resources.reader import Reader
from zhike.domains.projects.models import Deliverable, Project
from zhike.domains.projects.quality.choices import UNSOLVED, Result, Severity
from zhike.domains.projects.quality.gate import let_through, tolerate, tolerated_by
from zhike.domains.projects.quality.models import Check, Defect


@login_required
@require_http_methods(["GET", "POST"])
def project_quality(request: StaffRequest, reference: str) -> HttpResponse:
    """GET: each deliverable with what was tried and what is wrong. POST of `severity`: what is tolerated."""
    seen = Project.objects.visible_to(request.user).select_related("client")
    project = get_object_or_404(seen.by_reference(reference))
    may = Project.may_amend(request.user, project)
    if request.method == "POST":
        said = request.POST.get("severity", "")
        if not may:
            raise Forbidden
        if said in {str(one.value) for one in Severity}:
            tolerate(project, int(said), by=request.user)
        return redirect("project_quality", project.reference)
    tolerated = tolerated_by(project.pk)
    told = {
        "record": project, "reader": Reader(request.user), "lines": _lines(project, tolerated), "may": may,
        "tolerated": tolerated, "severities": Severity.choices,
    }  # fmt: skip
    return render(request, "quality/project.html", told)


def _lines(project: Any, tolerated: int) -> list[dict[str, Any]]:
    """Three questions, however many there are."""
    tried: dict[int, list[str]] = {}
    check: Any
    for check in Check.objects.standing().with_last().filter(project=project):
        tried.setdefault(check.deliverable_id, []).append(check.last_result or "")
    defects = _defects(project, tolerated)
    return [
        _line(one, tried.get(one.pk, []), defects.get(one.pk, {"found": 0, "unsolved": 0, "grave": 0}))
        for one in project.deliverables.standing().order_by("due_on", "pk")
    ]


def _line(deliverable: Any, results: list[str], defects: dict[str, int]) -> dict[str, Any]:
    failed = results.count(Result.FAILED)
    return defects | {
        "deliverable": deliverable, "checks": len(results), "passed": results.count(Result.PASSED), "failed": failed,
        "untried": results.count(""), "closed": bool(failed or defects["grave"]),
    }  # fmt: skip


def _defects(project: Any, tolerated: int) -> dict[int, dict[str, int]]:
    """How many were found, are unsolved, are too grave, by the number of their deliverable."""
    grave = Q(state__in=UNSOLVED, severity__gt=tolerated)
    counted: Any = Defect.objects.standing().filter(project=project).order_by().values("deliverable_id").annotate(
        found=Count("pk"), unsolved=Count("pk", filter=Q(state__in=UNSOLVED)), grave=Count("pk", filter=grave),
    )  # fmt: skip
    return {one["deliverable_id"]: one for one in counted}


@login_required
@require_POST
def show_all_the_same(request: StaffRequest, reference: str) -> HttpResponse:
    """POST of `reason`."""
    deliverable = get_object_or_404(Deliverable.objects.visible_to(request.user).by_reference(reference))
    if not Deliverable.may_amend(request.user, deliverable):
        raise Forbidden
    reason = request.POST.get("reason", "").strip()[:500]
    if not reason:
        messages.error(request, gettext("Say why it goes out all the same."))
        return redirect("deliverables:detail", deliverable.reference)
    try:
        let_through(deliverable, by=request.user, reason=reason)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("deliverables:detail", deliverable.reference)
