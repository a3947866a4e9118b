"""The to-dos of a record: listed, added by one line, ticked off."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import steps_of
from zhike.core.pages.panel import after, seen_record, show
from zhike.core.todos.errors import NotLater
from zhike.core.todos.forms import TodoLine
from zhike.core.todos.models import Todo
from zhike.core.todos.panel import panel_of
from zhike.core.todos.workflows import add_todo


@login_required
@require_http_methods(["GET", "POST"])
def on_record(request: HttpRequest, reference: str) -> HttpResponse:
    """GET lists, POST adds one."""
    record = seen_record(request, reference)
    if request.method == "POST":
        return _add(request, record)
    return show(request, "todos", panel_of(record, request.user))


def _add(request: HttpRequest, record: Any) -> HttpResponse:
    form = TodoLine(request.POST, by=request.user, about=record)
    if not form.is_valid():
        shown = panel_of(record, request.user, form=form if may_work(request.user) else None)
        return show(request, "todos", shown, status=422)
    add_todo(record, by=request.user, **form.values)
    return _again(request, record)


@login_required
@require_POST
def step_on_record(request: HttpRequest, reference: str, todo: str, step: str) -> HttpResponse:
    """Takes a step of a to-do from the page of the record that it is about."""
    record = seen_record(request, reference)
    found = get_object_or_404(Todo.objects.visible_to(request.user).by_reference(todo))
    if step not in steps_of(Todo):
        raise Http404
    return _again(request, record, refused=_take(found, step, request))


def _take(todo: Todo, step: str, request: HttpRequest) -> str:
    """What speaks against it, or nothing."""
    asks = steps_of(Todo)[step].form
    form = asks(request.POST) if asks else None
    if form is not None and not form.is_valid():
        return " ".join(str(one) for errors in form.errors.values() for one in errors)
    try:
        getattr(todo, step)(by=request.user, **(form.cleaned_data if form else {}))
    except (WrongState, NotLater) as refused:
        return str(refused)
    return ""


def _again(request: HttpRequest, record: Any, *, refused: str = "") -> HttpResponse:
    gone = after(request, reverse("todos_on", args=[record.reference]))
    if gone and refused:
        messages.error(request, refused)
    shown = panel_of(record, request.user, back=request.POST.get("next", "")) | {"refused": refused}
    return gone or show(request, "todos", shown, status=422 if refused else 200)
