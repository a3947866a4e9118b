"""The plan over time, and moving a task in it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhike.core.access.request import StaffRequest
from zhike.core.clock.models import Calendar
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.refusing import telling_refusals
from zhike.core.resources.reader import Reader
from zhike.domains.projects.gantt import chart_of
from zhike.domains.projects.models import Project, Task
from zhike.domains.projects.outline import outline_of
from zhike.domains.projects.working_days import moved

FARTHEST = 1_000  # days


@login_required
@require_safe
def gantt(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /projects/PJ-3/time/?scale=week: by the day, the week or the month; without it the whole plan."""
    project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    outline = outline_of(project, Reader(request.user).today)
    writes = Task.may_add(request.user, None) and project.archived_at is None and project.ended_on is None
    scale = request.GET.get("scale", "")
    told = {"project": project, "chart": chart_of(outline, scale), "writes": writes, "scale": scale}
    return render(request, "projects/gantt.html", told)


@login_required
@require_POST
def shift(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `days`: move a task by so many days, on to the next working day, its length kept."""
    task = get_object_or_404(Task.objects.visible_to(request.user).by_reference(reference))
    try:
        days = int(request.POST.get("days", ""))
    except ValueError:
        return HttpResponseBadRequest()
    if not days or abs(days) > FARTHEST or task.due_on is None:
        return HttpResponseBadRequest()
    with telling_refusals(request):
        task.amend(by=request.user, **shifted(task, days))
    return redirect("project_gantt", task.project.reference)


@login_required
@require_POST
def after(request: StaffRequest, reference: str) -> HttpResponse:
    """POST `before`, a reference of the same project: the task comes after that one. A circle is refused in words."""
    task = get_object_or_404(Task.objects.visible_to(request.user).by_reference(reference))
    if not may_work(request.user):
        raise Forbidden
    known = Task.objects.standing().filter(project=task.project_id).exclude(pk=task.pk)
    before = get_object_or_404(known.by_reference(request.POST.get("before", "")))
    with telling_refusals(request):
        task.follow(by=request.user, before=before)
    return redirect("project_gantt", task.project.reference)


def shifted(task: Any, days: int) -> dict[str, Any]:
    """Both days of the task, moved; neither falls on a day on which nobody works."""
    calendar = Calendar.objects.default().working(task.due_on)
    said = {name: getattr(task, name) for name in ("starts_on", "due_on")}
    return {name: moved(day, days, calendar) for name, day in said.items() if day}
