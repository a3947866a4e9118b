"""Plan against actual, and asking the client to confirm a baseline."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zhike.core.access.request import StaffRequest
from zhike.core.resources.reader import Reader
from zhike.domains.projects.asking import ask
from zhike.domains.projects.baselines.drifting import drift, whole
from zhike.domains.projects.baselines.effort import effort
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.baselines.shown import late_cell, state_badge
from zhike.domains.projects.models import Project


@login_required
@require_GET
def plan_against_actual(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /projects/PJ-1/drift/?baseline=2: each milestone beside that baseline, else beside the latest."""
    project = get_object_or_404(
        Project.objects.visible_to(request.user).select_related("client").by_reference(reference)
    )
    baselines = list(project.baselines.select_related("entry", "created_by").order_by("-number"))
    asked = request.GET.get("baseline", "")
    chosen = next((one for one in baselines if str(one.number) == asked), baselines[0] if baselines else None)
    reader = Reader(request.user)
    told: dict[str, Any] = {
        "record": project, "reader": reader, "chosen": chosen,
        "baselines": [(one, state_badge(one)) for one in baselines],
        "may_add": project.archived_at is None and Baseline.may_add(request.user, None),
    }  # fmt: skip
    if chosen:
        told |= _drifted(project, chosen, reader)
    return render(request, "baselines/drift.html", told)


def _drifted(project: Any, baseline: Any, reader: Reader) -> dict[str, Any]:
    tasks = list(project.tasks.standing())
    found = drift(baseline.content, project.milestones.standing(), tasks, reader.today)
    found.append(whole(baseline.content, project, tasks, reader.today))
    drawn = [one for one in found if one.planned is not None or one.done is not None]
    says_something = any(one.planned or one.done for one in drawn)
    return {
        "lines": [(one, late_cell(one)) for one in found], "drawn": drawn if says_something else [],
        "effort": effort(baseline.content, project, tasks, reader),
    }  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def ask_to_confirm(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks whom; POST reads it back to them."""
    baseline = get_object_or_404(Baseline.objects.visible_to(request.user).by_reference(reference))
    about = _("They get a link which needs no log-in, with the days and the scope of this plan. Until they confirm it, "
              "the plan before it holds.")  # fmt: skip
    return ask(request, baseline, about)
