"""The to-dos of one record, as its page shows them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhike.core.lifecycle.policies import may_work
from zhike.core.todos.forms import TodoLine
from zhike.core.todos.models import Todo
from zhike.core.todos.snoozing import CHOICES

DONE_SHOWN = 5


@dataclass(frozen=True)
class Line:
    todo: Todo
    late: bool
    asleep: bool
    url: str
    snooze_url: str
    page: str


def panel_of(record: Any, user: Any, *, form: TodoLine | None = None, back: str = "") -> dict[str, Any]:
    """What `todos/panel.html` shows: open ones, those put off, the latest done, and a line to add one."""
    today, everything = timezone.localdate(), _about(record, user)
    return {
        "record": record,
        "url": reverse("todos_on", args=[record.reference]),
        "open": [_line(record, todo, today) for todo in everything.awake(today).in_order()],
        "asleep": [_line(record, todo, today) for todo in everything.snoozed(today).order_by("snoozed_until", "pk")],
        "done": [_line(record, todo, today) for todo in _done(everything)],
        "form": form or (TodoLine(by=user, about=record) if may_work(user) else None),
        "may_tick": may_work(user),
        "snooze_choices": CHOICES[:-1],
        "back": back,
    }


def _about(record: Any, user: Any) -> Any:
    return Todo.objects.visible_to(user).of_record(record).select_related("owner")


def _done(everything: Any) -> Any:
    return everything.standing().filter(state="done").order_by("-done_at")[:DONE_SHOWN]


def _line(record: Any, todo: Todo, today: Any) -> Line:
    asleep = todo.is_open and todo.snoozed_until is not None and todo.snoozed_until > today
    step = "wake" if asleep else "complete" if todo.is_open else "reopen"
    url, snooze_url = (
        reverse("todo_step_on", args=[record.reference, todo.reference, one]) for one in (step, "snooze")
    )
    page = reverse("todos:detail", args=[todo.reference])
    return Line(todo, todo.is_late(today), asleep, url, snooze_url, page)
