"""My day: the day as one sentence; what I have to do, who waits, which client needs me."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import F, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from zhike.agreements.models import Promise
from zhike.clients.needing import needing
from zhike.core.access.request import StaffRequest
from zhike.core.approval.navigation import waiting as to_decide
from zhike.core.clock.models import Calendar
from zhike.core.resources.reader import Reader
from zhike.core.todos.models import Todo
from zhike.core.ui.dates import full_day_words, weekday_words
from zhike.domains.conversations.answering import bring_due
from zhike.domains.conversations.models import Conversation

SHOWN = 8


@dataclass(frozen=True)
class Day:
    """A day of the week strip: `off` is a public holiday (休), `makeup` a weekend worked (班)."""

    day: date
    off: bool
    makeup: bool
    open: int
    done: int

    @property
    def weekday(self) -> str:
        return weekday_words(self.day)

    @property
    def cord(self) -> list[str]:
        """At most five knots: what is done, then what is open."""
        return (["kept"] * self.done + ["open"] * self.open)[:5]


@login_required
def my_day(request: StaffRequest) -> HttpResponse:
    user, today, reader = request.user, timezone.localdate(), Reader(request.user)
    todos = Todo.objects.open().filter(owner=user).filter(Q(snoozed_until=None) | Q(snoozed_until__lte=today))
    todos = todos.select_related("client").order_by(F("due_on").asc(nulls_last=True), "pk")
    due = list(todos.filter(due_on__lte=today)[:50])
    asking = Conversation.objects.visible_to(user).waiting().filter(client__owner__in=user.stands_for)
    waiting = bring_due(asking.select_related("client").prefetch_related("contacts")[:SHOWN])
    context = {
        "today": today,
        "date_line": full_day_words(today),
        "part": part_of_day(timezone.localtime().hour),
        "due": due,
        "promises_due": promises_due(user, today),
        "deciding": to_decide(request),
        "late": [todo for todo in due if todo.due_on < today],
        "due_today": [todo for todo in due if todo.due_on == today],
        "coming": todos.filter(due_on__gt=today)[:SHOWN],
        "someday": todos.filter(due_on=None)[:SHOWN],
        "done": Todo.objects.filter(owner=user, done_at__date=today)
        .select_related("client")
        .order_by("-done_at")[:SHOWN],
        "waiting": waiting,
        "waiting_count": asking.count(),
        "now": timezone.now(),
        "needing": needing(user, reader),
        "week": week(user, today),
        "reader": reader,
    }
    return render(request, "console/my_day.html", context)


def promises_due(user: Any, today: date) -> int:
    """How many of ours are due today, or late."""
    return Promise.objects.owed_by_us().filter(owner__in=user.stands_for, due_on__lte=today).count()


def part_of_day(hour: int) -> str:
    return "morning" if 5 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"


def week(user: Any, today: date) -> list[Day]:
    """Monday to Sunday, with the working calendar's holidays and make-up days, and the person's to-dos."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    todos = Todo.objects.filter(owner=user, due_on__range=(days[0], days[-1]), archived_at=None)
    states = list(todos.values_list("due_on", "state"))
    calendar = Calendar.objects.default().working(today)
    return [
        Day(
            day=one,
            off=one in calendar.off,
            makeup=one in calendar.worked,
            open=sum(1 for due, state in states if due == one and state == "open"),
            done=sum(1 for due, state in states if due == one and state == "done"),
        )
        for one in days
    ]
