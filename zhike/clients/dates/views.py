"""What the form of a date says while one types, and putting a reminder aside."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhike.clients.dates.forms import DAY_FIELDS, DateForm, as_told
from zhike.clients.dates.models import Reminder
from zhike.clients.dates.words import told_words
from zhike.core.access.request import StaffRequest
from zhike.core.base.anniversaries import next_occurrence
from zhike.core.base.way_back import way_back


@login_required
@require_POST
def meant(request: StaffRequest) -> HttpResponse:
    """The day being typed, as its calendar says it, and the next two on which it comes; or what is wrong with it."""
    posted = {name: request.POST.get(name, "") for name in DAY_FIELDS}
    if not (posted["month"] and posted["day"]):
        return render(request, "dates/meant.html", {})
    said, faults = DateForm(by=request.user).clean_row(posted, only=DAY_FIELDS)
    if faults:
        return render(request, "dates/meant.html", {"fault": next(iter(faults.values()))[0]})
    told = as_told(said)
    first = next_occurrence(told, timezone.localdate())
    second = next_occurrence(told, first + timedelta(days=1)) if first else None
    days = [day for day in (first, second) if day]
    return render(request, "dates/meant.html", {"words": told_words(told), "days": days})


@login_required
@require_POST
def dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    theirs: Any = Reminder.objects.filter(person__in=request.user.stands_for)
    get_object_or_404(theirs, pk=pk).dismiss()
    messages.success(request, _("Put aside. It comes back before the next time."))
    return redirect(way_back(request, "/"))
