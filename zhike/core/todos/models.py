"""A to-do."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.transition import transition
from zhike.core.record.amending import told
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.core.todos import events
from zhike.core.todos.errors import NotLater
from zhike.core.todos.policies import check_owner, may_tend
from zhike.core.todos.queryset import TodoQuerySet
from zhike.core.todos.repeating import beginning, next_due
from zhike.core.todos.snoozing import SnoozeForm
from zhike.core.todos.working_days import next_working_day


class State(models.TextChoices):
    OPEN = "open", pgettext_lazy("to-do", "Open")
    DONE = "done", _("Done")


class Repeat(models.TextChoices):
    DAILY = "daily", _("Every day")
    WORKDAYS = "workdays", _("Every working day")
    WEEKLY = "weekly", _("Every week")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    YEARLY = "yearly", _("Every year")


def _stands(todo: Any) -> bool:
    return todo.archived_at is None


def _sleeps(todo: Any) -> bool:
    return todo.archived_at is None and todo.snoozed_until is not None


class Todo(Record):
    """`record_type` and `record_id` say what it is about; `client` whose timeline it stands on.

    `series_from` is the day with which a repeating one began.
    """

    prefix = "TD"
    label_fields = ("title",)
    may_amend = staticmethod(may_tend)

    title = models.CharField(_("to do"), max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="todos")
    due_on = models.DateField(_("due"), null=True, blank=True)
    due_time = models.TimeField(_("at"), null=True, blank=True)
    repeat = models.CharField(_("repeats"), max_length=10, choices=Repeat, blank=True)
    series_from = models.DateField(null=True, editable=False)
    snoozed_until = models.DateField(_("snoozed until"), null=True, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=5, choices=State, default=State.OPEN, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)
    notes = models.TextField(_("notes"), blank=True)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, blank=True, verbose_name=_("client"), related_name="+"
    )
    record_type = models.CharField(max_length=60, blank=True, editable=False)
    record_id = models.BigIntegerField(null=True, editable=False)

    objects: ClassVar[Any] = TodoQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("to-do"), _("to-dos")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="todo_open", condition=models.Q(state="open")),
            models.Index(fields=["record_type", "record_id"], name="todo_of_record"),
        ]

    def __str__(self) -> str:
        return self.title

    def differences(self, values: dict[str, Any]) -> list[tuple[str, Any, Any]]:
        """As any record's. Raises Unseeing for a new owner who does not see the client."""
        found = super().differences(values)
        if {"owner", "client"} & {name for name, _was, _now in found}:
            check_owner(values.get("owner", self.owner), values.get("client", self.client), by=None)
        return found

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.ADDED

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    def is_late(self, today: date) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today

    @transition(
        source=State.OPEN, target=State.DONE, may=may_tend, when=_stands, tells=events.COMPLETED, label=_("Done"),
        look="primary",
    )  # fmt: skip
    def complete(self, *, by: Any) -> dict[str, Any]:
        """Done. A repeating one makes its next one."""
        self.done_at, self.snoozed_until = moment(), None
        return {"name": self.title, "next": told(self._come_round(by)) if self.repeat else None}

    @transition(
        source=State.DONE, target=State.OPEN, may=may_tend, when=_stands, tells=events.REOPENED, label=_("Open again"),
        icon="undo",
    )  # fmt: skip
    def reopen(self, *, by: Any) -> dict[str, Any]:
        """Not done after all. It repeats no more: the next one has been made."""
        self.done_at, self.repeat = None, ""
        return {"name": self.title}

    @transition(
        source=State.OPEN, may=may_tend, when=_stands, tells=events.SNOOZED, label=_("Put off"), icon="snooze",
        form=SnoozeForm,
    )  # fmt: skip
    def snooze(self, *, by: Any, until: date) -> dict[str, Any]:
        """Out of sight until the morning of that day. Raises NotLater."""
        if until <= timezone.localdate():
            raise NotLater
        self.snoozed_until = until
        return {"name": self.title, "until": told(until)}

    @transition(source=State.OPEN, may=may_tend, when=_sleeps, tells=events.WOKEN, label=_("Take up now"), icon="sun")
    def wake(self, *, by: Any) -> dict[str, Any]:
        self.snoozed_until = None
        return {"name": self.title}

    def _come_round(self, by: Any) -> "Todo":
        today = timezone.localdate(moment())
        due = self.due_on or today
        following = next_due(self.repeat, due, series=self.series_from, after=today, working=next_working_day)
        kept = ("title", "owner", "due_time", "repeat", "notes", "client", "record_type", "record_id")
        values = {name: getattr(self, name) for name in kept}
        start = beginning(self.repeat, due, self.series_from)
        made: Todo = Todo.objects.add(by=by, tells=events.CAME_ROUND, due_on=following, series_from=start, **values)
        return made
