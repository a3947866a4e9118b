"""Writing on the page of a meeting, and closing it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from zhike.agreements.asking import message, when_it_goes
from zhike.agreements.choices import Side
from zhike.agreements.reasonable import concerns
from zhike.agreements.twins.noting import NotedByMail
from zhike.clients.models import Contact
from zhike.core.access.request import StaffRequest
from zhike.core.base.listing import listed
from zhike.core.lifecycle.errors import Forbidden, Refused
from zhike.core.lifecycle.transition import steps_of
from zhike.domains.meetings.choices import LineKind, State
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.pages import WRITTEN_ON_THE_PAGE, shown
from zhike.domains.meetings.workflows import close_and_ask, entries_of

PLACES = {"add_topic": "agenda", "change_topic": "agenda", "attend": "people", "note_answer": "people"}


class CloseForm(NotedByMail):
    """Who is asked to confirm; begins with those of theirs who came."""

    contacts = forms.ModelMultipleChoiceField(
        Contact.objects.none(), label=_("Who confirms"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Each gets a link of their own, which needs no log-in."),
    )  # fmt: skip
    send = forms.BooleanField(label=_("Send it by mail, to those who have an address"), required=False)

    def __init__(self, meeting: Meeting, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["contacts"]
        known.queryset = Contact.objects.of_client(meeting.client_id).standing().order_by("name")
        here = meeting.attendees.filter(came=True).exclude(contact=None).values_list("contact", flat=True)
        self.initial.setdefault("contacts", list(here))
        self.heed(meeting.client, known.queryset)


@login_required
@require_POST
def write(request: StaffRequest, reference: str, step: str) -> HttpResponse:
    """POST of one of the forms on the page. htmx and the script get the piece anew, others the page."""
    meeting = _seen(request, reference)
    if step not in WRITTEN_ON_THE_PAGE or step == "close":
        raise Http404
    declared = steps_of(Meeting)[step]
    form: Any = declared.form(request.POST, record=meeting, by=request.user)  # type: ignore[misc]
    refused = "" if form.is_valid() else " ".join(str(one) for some in form.errors.values() for one in some)
    if not refused:
        try:
            getattr(meeting, step)(by=request.user, **form.cleaned_data)
        except Forbidden:
            raise
        except Refused as refusal:
            refused = str(refusal)
    return _answer(request, meeting, PLACES.get(step, "minutes"), refused)


@login_required
@require_http_methods(["GET", "POST"])
def close(request: StaffRequest, reference: str) -> HttpResponse:
    """GET shows what comes of the minutes, POST closes them. The addresses of links are shown only in the answer."""
    meeting = _seen(request, reference)
    if not steps_of(Meeting)["close"].may(request.user, meeting):
        raise Forbidden
    if meeting.state != State.HELD:
        return redirect("meetings:detail", meeting.reference)
    form = CloseForm(meeting, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            asked = close_and_ask(meeting, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return _closed(request, meeting, asked, form.cleaned_data)
    lines: list[Any] = list(meeting.lines.exclude(kind=LineKind.NOTE).select_related("person", "contact"))
    for line in lines:
        line.concerns = _concerns(meeting, line)
    told = {"meeting": meeting, "form": form, "lines": lines, "undated": [one for one in lines if _is_undated(one)]}
    return render(request, "meetings/close.html", told, status=422 if form.errors else 200)


def _closed(request: StaffRequest, meeting: Meeting, asked: list[tuple[Any, str]], said: Any) -> HttpResponse:
    waiting = [(one, _deciders(one)) for one in entries_of(meeting) if one.held_for]
    if not asked and not waiting:
        messages.success(request, gettext("The minutes are closed."))
        return redirect("meetings:detail", meeting.reference)
    links = [_link(meeting, one, address, said) for one, address in asked]
    told = {"meeting": meeting, "links": links, "waiting": waiting, "contacts": said["contacts"]}
    answer = render(request, "meetings/closed.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


def _link(meeting: Meeting, readback: Any, address: str, said: Any) -> tuple[Any, str, bool, str]:
    """(the contact, what to paste, whether it went by mail, when it goes out if that is later)."""
    who = readback.contact
    told = {"contact": who, "send": said["send"], "anyway": said["anyway"]}
    return who, message(readback, address), said["send"] and bool(who.emails), when_it_goes(meeting.client, **told)


def _deciders(promise: Any) -> str:
    """Who was asked whether it may be promised."""
    asked = promise.approval
    return listed([str(seat.person) for seat in asked.seats.select_related("person")]) if asked else ""


def _concerns(meeting: Meeting, line: Any) -> list[str]:
    """What speaks against a promise of ours: its day, its scope, how much its owner carries."""
    ours = line.kind == LineKind.PROMISE and line.side == Side.US
    return concerns(meeting.client, line.text, line.due_on, line.person or meeting.lead) if ours else []


def _is_undated(line: Any) -> bool:
    return line.kind == LineKind.PROMISE and line.due_on is None


def _answer(request: StaffRequest, meeting: Meeting, piece: str, refused: str) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        if refused:
            messages.error(request, refused)
        return redirect(f"{reverse('meetings:detail', args=[meeting.reference])}#{piece}")
    meeting.refresh_from_db()
    told = shown(meeting, request) | {"refused": refused, "record": meeting, "again": True}
    return render(request, f"meetings/{piece}.html", told, status=422 if refused else 200)


def _seen(request: StaffRequest, reference: str) -> Meeting:
    return get_object_or_404(Meeting.objects.visible_to(request.user).by_reference(reference))
