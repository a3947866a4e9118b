"""Writing private notes on a record; to everybody else they are not there."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhike.clients.private_notes.forms import PrivateNoteForm
from zhike.clients.private_notes.models import PrivateNote
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.panel import seen_record
from zhike.core.resources.registry import resource_of

TAKES = ("clients.contact", "meetings.meeting")


@login_required
@require_http_methods(["GET", "POST"])
def on_record(request: StaffRequest, reference: str, pk: int = 0) -> HttpResponse:
    """GET and POST /private/CT-5/ adds a note, /private/CT-5/7/ changes one's own."""
    record = seen_record(request, reference)
    if record._meta.label_lower not in TAKES:
        raise Http404
    if not may_work(request.user):
        raise Forbidden
    note = _own(request, record, pk) if pk else None
    form = PrivateNoteForm(request.POST or None, by=request.user, initial=_said(note))
    if request.method == "POST" and form.is_valid():
        note = note or PrivateNote(record_type=record._meta.label_lower, record_id=record.pk, by=request.user)
        note.put(form.cleaned_data["words"], list(form.cleaned_data["readers"]), record)
        return redirect(_home(record))
    told = {"record": record, "form": form, "note": note, "record_url": _home(record)}
    answer = render(request, "private_notes/page.html", told, status=422 if form.is_bound else 200)
    answer["Cache-Control"] = "no-store"
    return answer


@login_required
@require_POST
def remove(request: StaffRequest, reference: str, pk: int) -> HttpResponse:
    """POST /private/CT-5/7/remove/: it is gone for good."""
    record = seen_record(request, reference)
    _own(request, record, pk).delete()
    return redirect(_home(record))


def _own(request: StaffRequest, record: Any, pk: int) -> PrivateNote:
    """The reader's own; anybody else's is not there."""
    found = PrivateNote.objects.on(record).filter(pk=pk, by=request.user).first()
    if found is None:
        raise Http404
    return found


def _said(note: PrivateNote | None) -> dict[str, Any]:
    return {"words": note.words, "readers": list(note.shared_with.all())} if note else {}


def _home(record: Any) -> str:
    resource = resource_of(record)
    return f"{resource.url('detail', record)}#private" if resource else "/"
