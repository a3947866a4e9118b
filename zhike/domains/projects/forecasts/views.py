"""The forecast of a project: on its own page, and in short on the project's."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.policies import may_work
from zhike.core.resources.reader import Reader
from zhike.domains.projects.forecasts.noticing import notice_address
from zhike.domains.projects.forecasts.told import PROJECT, days_in_words, quickly, told
from zhike.domains.projects.models import Project
from zhike.domains.projects.planning.hours import BeyondHours
from zhike.domains.projects.planning.plan import PlanError

ON_THE_RAIL = 4


@login_required
@require_GET
def forecast(request: StaffRequest, reference: str) -> HttpResponse:
    """htmx gets the short form for the rail, others the page."""
    project = get_object_or_404(
        Project.objects.visible_to(request.user).select_related("client").by_reference(reference)
    )
    reader = Reader(request.user)
    known = {"record": project, "reader": reader, "whole": PROJECT}
    short = request.headers.get("HX-Request") and not request.headers.get("HX-Boosted")
    try:
        if short:
            lines = quickly(project, reader.today)
            return render(request, "forecasts/short.html", known | {"lines": [*lines[:-1][:ON_THE_RAIL], *lines[-1:]]})
        found = told(project, reader.now, reader.today)
    except (PlanError, BeyondHours):
        return render(request, f"forecasts/{'short' if short else 'page'}.html", known | {"fails": True})
    tells = may_work(request.user) and project.ended_on is None and project.archived_at is None
    told_early = [(line, notice_address(project, line) if tells else "") for line in found.lines]
    shift = days_in_words(found.moved.days) if found.moved and found.moved.days else ""
    return render(request, "forecasts/page.html", known | {"told": found, "shift": shift, "lines": told_early})
