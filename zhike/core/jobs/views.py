"""Pages of jobs: one's own; administrators see all. What one may not see is not found."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from zhike.core.jobs.models import Job
from zhike.core.jobs.words import told
from zhike.core.lifecycle.errors import WrongState

PAGE = 50


@login_required
@require_safe
def all_jobs(request: HttpRequest) -> HttpResponse:
    """GET /jobs/: the latest first; `?before=ID` goes on."""
    jobs = Job.objects.visible_to(request.user).select_related("started_by").order_by("-pk")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        jobs = jobs.filter(pk__lt=int(before))
    shown = list(jobs[: PAGE + 1])
    more = f"?before={shown[PAGE - 1].pk}" if len(shown) > PAGE else ""
    rows = [told(job) for job in shown[:PAGE]]
    return render(request, "jobs/list.html", {"rows": rows, "next_url": more})


@login_required
@never_cache
@require_safe
def one_job(request: HttpRequest, pk: int) -> HttpResponse:
    """GET /jobs/7/: how far it is."""
    return render(request, "jobs/job.html", told(_seen(request, pk)))


@login_required
@never_cache
@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """GET /jobs/7/progress/: the part of the page that changes; asked again until the job has ended."""
    return render(request, "jobs/progress.html", told(_seen(request, pk)))


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """POST /jobs/7/cancel/: asks it to stop. Pressed twice, or too late, it changes nothing."""
    job = _seen(request, pk)
    try:
        job.cancel(by=request.user)
    except WrongState:
        job.refresh_from_db()
    if request.headers.get("HX-Request"):
        return render(request, "jobs/progress.html", told(job))
    return HttpResponseRedirect(job.get_absolute_url())


def _seen(request: HttpRequest, pk: int) -> Job:
    return get_object_or_404(Job.objects.visible_to(request.user).select_related("started_by"), pk=pk)
