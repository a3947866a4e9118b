"""The sheet of one's week, and the timer."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.pages.refusing import telling_refusals
from zhike.domains.projects.booking import sheet_of, start_timer, write_sheet
from zhike.domains.projects.clock_words import clock, minutes_of
from zhike.domains.projects.models import Hours, Task
from zhike.domains.projects.models.hours import may_book

DAYS = 7


@login_required
@require_http_methods(["GET", "POST"])
def sheet(request: StaffRequest) -> HttpResponse:
    """GET /hours/week/?week=2026-05-04: tasks by days. POST with `c-<task>-<day>`: what each comes to."""
    if not may_book(request.user):
        raise Forbidden
    monday = _monday(request.GET.get("week", ""))
    rows = sheet_of(request.user, monday, request.user)
    days = [monday + timedelta(days=n) for n in range(DAYS)]
    wrong: dict[str, str] = {}
    if request.method == "POST":
        cells, wrong = _read(request, rows, days)
        if not wrong:
            write_sheet(request.user, cells, by=request.user)
            messages.success(request, gettext("Saved."))
            return redirect(f"{reverse('hours_week')}?week={monday}")
    told = {
        "rows": [_row(row, days, request, wrong) for row in rows], "days": days, "wrong": sorted(set(wrong.values())),
        "sums": [clock(sum(row.minutes.get(day, 0) for row in rows)) for day in days], "monday": monday,
        "total": clock(sum(row.total for row in rows)), "before": monday - timedelta(days=DAYS),
        "after": monday + timedelta(days=DAYS), "running": Hours.objects.running(request.user).first(),
    }  # fmt: skip
    return render(request, "projects/week.html", told, status=422 if wrong else 200)


@login_required
@require_POST
def timer(request: StaffRequest, reference: str) -> HttpResponse:
    """POST /tasks/TA-3/timer/: start working on it; what ran before is stopped."""
    task = get_object_or_404(Task.objects.visible_to(request.user).by_reference(reference))
    with telling_refusals(request):
        start_timer(task, by=request.user)
        messages.success(request, gettext("The timer runs."))
    return redirect("tasks:detail", task.reference)


def _monday(said: str) -> date:
    """The first day of the week of that day; of this week for what is no day, or one that no calendar of ours has."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = timezone.localdate()
    if not 1970 < day.year < 2200:
        day = timezone.localdate()
    return day - timedelta(days=day.weekday())


def _read(
    request: StaffRequest, rows: list[Any], days: list[date]
) -> tuple[dict[tuple[Any, date], int], dict[str, str]]:
    """(minutes by task and day, what is wrong by cell)."""
    cells: dict[tuple[Any, date], int] = {}
    wrong: dict[str, str] = {}
    for row in rows:
        for day in days:
            name = f"c-{row.task.pk}-{day}"
            if name not in request.POST or day in row.several:
                continue
            try:
                cells[row.task, day] = minutes_of(request.POST[name])
            except ValidationError as fault:
                wrong[name] = fault.messages[0]
    return cells, wrong


def _row(row: Any, days: list[date], request: StaffRequest, wrong: dict[str, str]) -> dict[str, Any]:
    names = [f"c-{row.task.pk}-{day}" for day in days]
    cells = [
        {
            "name": name, "day": day, "fixed": day in row.several, "wrong": wrong.get(name, ""),
            "value": request.POST.get(name, clock(row.minutes.get(day, 0))),
        }
        for name, day in zip(names, days, strict=True)
    ]  # fmt: skip
    return {"task": row.task, "cells": cells, "total": clock(row.total)}
