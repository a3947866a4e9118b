"""Plan against actual, and asking the client to confirm a baseline."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from zhike.agreements.asking import message, when_it_goes
from zhike.agreements.workflows import read_back
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of
from zhike.core.resources.reader import Reader
from zhike.domains.projects.baselines.drifting import drift
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.baselines.shown import late_cell, state_badge
from zhike.domains.projects.baselines.steps import AskForm
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
    found = drift(baseline.content, project.milestones.standing(), project.tasks.standing(), reader.today)
    drawn = [one for one in found if one.planned is not None or one.done is not None]
    says_something = any(one.planned or one.done for one in drawn)
    return {"lines": [(one, late_cell(one)) for one in found], "drawn": drawn if says_something else []}


@login_required
@require_http_methods(["GET", "POST"])
def ask_to_confirm(request: StaffRequest, reference: str) -> HttpResponse:
    """GET asks whom; POST reads it back to them. The address of the link is shown only in the answer."""
    baseline = get_object_or_404(Baseline.objects.visible_to(request.user).by_reference(reference))
    step = steps_of(Baseline)["propose"]
    if not step.may(request.user, baseline):
        raise Forbidden
    if not step.starts_from(baseline):
        return redirect("baselines:detail", baseline.reference)
    form = AskForm(request.POST or None, record=baseline, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            readback, address = _asked(baseline, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            told = {"client": baseline.client, "readback": readback, "sent": form.cleaned_data["send"]}
            told["goes_out"] = when_it_goes(baseline.client, **form.cleaned_data)
            answer = render(request, "agreements/asked.html", told | {"message": message(readback, address)})
            answer["Cache-Control"] = "no-store"
            return answer
    told = {"baseline": baseline, "form": form}
    return render(request, "baselines/ask.html", told, status=422 if form.errors else 200)


@transaction.atomic
def _asked(baseline: Any, *, by: Any, contact: Any, note: str, send: bool, anyway: bool) -> tuple[Any, str]:
    baseline.propose(by=by, contact=contact)
    title = f"{baseline.project}, {baseline}"
    return read_back([baseline.entry], by=by, contact=contact, title=title, note=note, send=send, anyway=anyway)
