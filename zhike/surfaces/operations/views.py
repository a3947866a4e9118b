"""The operations page, and trying again what failed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from zhike.core.access.models import Company
from zhike.core.access.request import StaffRequest
from zhike.core.timeline.tell import tell
from zhike.core.ui.machine_room import sections
from zhike.surfaces.console.settings.index import administers
from zhike.surfaces.operations.events import JOB_RETRIED


@login_required
@never_cache
@require_safe
def operations(request: StaffRequest) -> HttpResponse:
    """GET /settings/operations/."""
    administers(request)
    looked = [(one, one.look()) for one in sections()]
    told = [{"section": one, "told": seen} for one, seen in looked if seen is not None]
    return render(request, "operations/page.html", {"sections": told})


@login_required
@require_POST
def retry(request: StaffRequest, pk: int) -> HttpResponse:
    """POST /settings/operations/retry/7/: a job that failed is done again, now."""
    administers(request)
    job = ProcrastinateJob.objects.filter(pk=pk, status="failed").first()
    if job is None:
        raise Http404
    with transaction.atomic():
        app.job_manager.retry_job_by_id(job.pk, retry_at=timezone.now())
        tell(JOB_RETRIED, Company(pk=1), by=request.user, facts={"task": job.task_name, "job": job.pk})
    messages.success(request, gettext("It is tried again."))
    return redirect("operations")
