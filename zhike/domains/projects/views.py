"""Adding a task where one reads the plan."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.reader import Reader
from zhike.domains.projects.forms import TaskLine
from zhike.domains.projects.models import Project, Task
from zhike.domains.projects.outline import outline_of


@login_required
@require_POST
def add_task(request: StaffRequest, reference: str) -> HttpResponse:
    """POST of the line below the plan. htmx gets the plan anew, others the page."""
    project = get_object_or_404(Project.objects.visible_to(request.user).by_reference(reference))
    if not Task.may_add(request.user, None):
        raise Forbidden
    said = request.POST.copy()
    said["project"] = str(project.pk)
    form = TaskLine(said, by=request.user)
    if form.is_valid():
        form.save(by=request.user)
        form = TaskLine(by=request.user, initial={"project": project.pk, "owner": said.get("owner")})
    if not request.headers.get("HX-Request"):
        for error in form.errors.values():
            messages.error(request, " ".join(str(one) for one in error))
        return redirect("projects:detail", project.reference)
    outline = outline_of(project, Reader(request.user).today)
    told = {"record": project, "outline": outline, "task_form": form, "writes": True, "again": True}
    return render(request, "projects/plan.html", told, status=422 if form.errors else 200)
