"""The discussion of a record: read, joined, reworded, removed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhike.core.access.models import User
from zhike.core.discussion.forms import CommentForm
from zhike.core.discussion.models import Comment
from zhike.core.discussion.panel import Doing, panel_of
from zhike.core.discussion.policies import may_reword
from zhike.core.discussion.suggesting import suggested
from zhike.core.discussion.watching import unwatch, watch
from zhike.core.discussion.words import said_of
from zhike.core.discussion.workflows import comment, reword
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden, StaleEdit, WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.panel import after, seen_record, show


@login_required
@require_http_methods(["GET", "POST"])
def on_record(request: HttpRequest, reference: str) -> HttpResponse:
    """GET reads, POST says something."""
    record = seen_record(request, reference)
    if request.method == "GET":
        return _panel(request, record, Doing())
    if not may_work(request.user):
        raise Forbidden
    form = CommentForm(request.POST, by=request.user)
    if not form.is_valid():
        return _panel(request, record, Doing(form=form), status=422)
    _said, mentions = comment(record, by=request.user, text=form.values["text"])
    return _again(request, record, Doing(mentions=mentions), said_of(mentions, record))


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, reference: str, pk: str) -> HttpResponse:
    """One's own comment, in words better chosen. A stale edit shows what was typed beside what stands."""
    record = seen_record(request, reference)
    said = _comment(record, pk)
    if not may_reword(request.user, said):
        raise Forbidden
    form = CommentForm(request.POST or None, instance=said, by=request.user)
    if request.method == "GET" or not form.is_valid():
        seen = request.POST.get("version") or said.version
        return _panel(
            request, record, Doing(form=form, rewording=said, version=seen), status=422 if form.is_bound else 200
        )
    try:
        mentions = reword(said, record, by=request.user, text=form.values["text"], version=form.cleaned_data["version"])
    except StaleEdit:
        return _panel(request, record, Doing(form=form, rewording=said, stale=True, version=said.version), status=409)
    return _again(request, record, Doing(mentions=mentions), said_of(mentions, record))


@login_required
@require_POST
def step(request: HttpRequest, reference: str, pk: str, step: str) -> HttpResponse:
    """Remove, or bring back."""
    record = seen_record(request, reference)
    said = _comment(record, pk)
    try:
        event = getattr(said, step)(by=request.user)
    except WrongState:  # it is as they want it already
        return _again(request, record, Doing())
    gone = after(request, reverse("discussion_on", args=[record.reference]))
    if gone and step == "archive":
        messages.success(request, gettext("The comment is removed."), extra_tags=undo_values([event]))
    return gone or _panel(request, record, Doing(removed=said if step == "archive" else None))


@login_required
@require_POST
def attend(request: HttpRequest, reference: str) -> HttpResponse:
    """Watch or, with `off`, do so no more: oneself, or the colleague whose number `user` is."""
    record = seen_record(request, reference)
    number = request.POST.get("user", "")
    whom = get_object_or_404(User.objects.at_work(), pk=int(number)) if number.isdecimal() else request.user
    (unwatch if request.POST.get("off") else watch)(record, by=request.user, user=whom)
    return _again(request, record, Doing())


@login_required
@require_GET
def people(request: HttpRequest, reference: str) -> HttpResponse:
    """Colleagues whose name begins like `q` and who see the record, to be mentioned."""
    record = seen_record(request, reference)
    found = suggested(request.GET.get("q", ""), record)
    return render(request, "discussion/people.html", {"people": found})


def _comment(record: Any, reference: str) -> Comment:
    return get_object_or_404(Comment.objects.of_record(record).by_reference(reference))


def _again(request: HttpRequest, record: Any, doing: Doing, words: list[str] | None = None) -> HttpResponse:
    gone = after(request, reverse("discussion_on", args=[record.reference]))
    if gone:
        for said in words or []:
            messages.warning(request, said)
    return gone or _panel(request, record, doing)


def _panel(request: HttpRequest, record: Any, doing: Doing, status: int = 200) -> HttpResponse:
    everything = "all" in request.GET
    context = panel_of(record, request.user, doing, everything=everything, back=request.POST.get("next", ""))
    return show(request, "discussion", context | {"notices": said_of(doing.mentions, record)}, status=status)
