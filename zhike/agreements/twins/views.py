"""The texts of a record beside their twins, and the list of those that were changed alone."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zhike.agreements.twins.models import Changed, Twin
from zhike.agreements.twins.parts import all_behind
from zhike.agreements.twins.steps import TwinForm
from zhike.agreements.twins.twinned import Text, Twinned
from zhike.agreements.words.differences import differences
from zhike.core.access.request import StaffRequest
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.pages.panel import seen_record
from zhike.core.resources.registry import resource_of

MOST = 200


@login_required
@require_safe
def behind(request: StaffRequest) -> HttpResponse:
    """GET /twins/: what was changed in one language only, of all that the reader sees."""
    return render(request, "twins/behind.html", {"lines": all_behind(request.user, MOST)})


@login_required
@require_http_methods(["GET", "POST"])
def on_record(request: StaffRequest, reference: str) -> HttpResponse:
    """GET /twins/TO-1/: each text that the client reads, beside its twin. POST writes one (`of`, `twin`, `prevails`,
    `same`), or takes it away (`drop`).
    """
    record: Any = seen_record(request, reference)
    if not issubclass(type(record), Twinned):
        raise Http404
    may = bool(type(record).may_amend(request.user, record))
    if request.method == "POST" and not may:
        raise Forbidden
    form = TwinForm(request.POST, record=record, by=request.user) if request.method == "POST" else None
    if form is not None and (done := _taken(request, record, form)):
        return done
    told = {
        "record": record, "texts": _rows(record, form), "writes": may and record.takes_twins, "form": form,
        "record_url": _home(record), "choices": TwinForm.base_fields["prevails"].choices,  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "twins/page.html", told, status=422 if form else 200)


def _taken(request: StaffRequest, record: Any, form: TwinForm) -> HttpResponse | None:
    """Where to go when it was done; None leaves what is wrong in the form."""
    drops = "drop" in request.POST
    if not drops and not form.is_valid():
        return None
    try:
        if drops:
            event = record.drop_twin(by=request.user, of=request.POST.get("of", "")[:80])
        else:
            event = record.write_twin(by=request.user, **form.cleaned_data)
    except Forbidden:
        raise
    except Refused as refused:
        form.full_clean()
        form.add_error(None, str(refused))
        return None
    messages.success(request, gettext("Saved."), extra_tags=undo_values([event]))
    return redirect(f"{request.path}#{event.facts['of']}")


def _rows(record: Any, form: TwinForm | None) -> list[dict[str, Any]]:
    twins = {one.key: one for one in Twin.objects.on(record)}
    return [_row(text, twins.get(text.key), form) for text in record.texts()]


def _row(text: Text, twin: Twin | None, form: TwinForm | None) -> dict[str, Any]:
    changed = twin.changed(text.words) if twin else Changed.NONE
    row = {
        "text": text, "twin": twin, "behind": changed != Changed.NONE and changed.label,
        "differ": differences(text.words, twin.text) if twin else (), "typed": twin.text if twin else "",
        "prevails": twin.prevails if twin else "", "wrong": (),
    }  # fmt: skip
    if form is None or form.data.get("of") != text.key:
        return row
    wrong = [one for errors in form.errors.values() for one in errors]
    return row | {"typed": form.data.get("twin", ""), "prevails": form.data.get("prevails", ""), "wrong": wrong}


def _home(record: Any) -> str:
    resource = resource_of(record)
    return resource.url("detail", record) if resource else "/"
