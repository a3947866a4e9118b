"""Asking somebody of the client's to confirm a record of a project, by a link without log-in."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhike.agreements.asking import message, when_it_goes
from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.twins.twinned import Twinned
from zhike.agreements.workflows import read_back
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of
from zhike.core.resources.registry import resource_of
from zhike.domains.projects.asking_forms import AskForm


def ask(request: StaffRequest, record: Any, about: str) -> HttpResponse:
    """GET asks whom, POST takes the record's step `propose` and reads its `entry` back; `about` says what they get.

    The address of the link is shown only in the answer.
    """
    kind: Any = type(record)
    where, step = _page_of(record), steps_of(kind)["propose"]
    if not step.may(request.user, record):
        raise Forbidden
    if not step.starts_from(record):
        return redirect(where)
    form = AskForm(request.POST or None, record=record, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            readback, address = _asked(record, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            told = {"client": record.client, "readback": readback, "sent": form.cleaned_data["send"]}
            told["goes_out"] = when_it_goes(record.client, **form.cleaned_data)
            answer = render(request, "agreements/asked.html", told | {"message": message(readback, address)})
            answer["Cache-Control"] = "no-store"
            return answer
    told = {"record": record, "where": where, "form": form, "about": about}
    return render(request, "projects/ask.html", told, status=422 if form.errors else 200)


@transaction.atomic
def _asked(record: Any, *, by: Any, contact: Any, **said: Any) -> tuple[Any, str]:
    record.propose(by=by, contact=contact)
    project, read = spoken(record.project), spoken(record) if isinstance(record, Twinned) else None
    made_of = project.called_by() + (read.called_by() if read else [])
    title = in_both(contact, lambda: f"{project}, {read or record}", made_of)
    names: dict[str, Any] = {"title": title["text"], "title_twin": title["twin"]}
    return read_back([record.entry], by=by, contact=contact, **names, **said)


def _page_of(record: Any) -> str:
    resource = resource_of(record)
    return reverse(f"{resource.name}:detail", args=[record.reference]) if resource else "/"
