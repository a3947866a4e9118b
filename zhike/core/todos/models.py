"""A to-do."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class State(models.TextChoices):
    OPEN = "open", _("Open")
    DONE = "done", _("Done")


class Repeat(models.TextChoices):
    DAILY = "daily", _("Every day")
    WORKDAYS = "workdays", _("Every working day")
    WEEKLY = "weekly", _("Every week")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    YEARLY = "yearly", _("Every year")


class TodoQuerySet(RecordQuerySet["Todo"]):
    def visible_to(self, user: Any) -> Self:
        """One's own, and those of visible clients."""
        if not user.is_active or user.sees_all:
            return super().visible_to(user)
        return super().visible_to(user) | self.filter(owner=user)

    def open(self) -> Self:
        return self.filter(state=State.OPEN, archived_at=None)


class Todo(Record):
    """`record_type` and `record_id` say what it is about; `client` whose timeline it stands on."""

    prefix = "TD"

    title = models.CharField(_("to do"), max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="todos")
    due_on = models.DateField(_("due"), null=True, blank=True)
    due_time = models.TimeField(_("at"), null=True, blank=True)
    repeat = models.CharField(_("repeats"), max_length=10, choices=Repeat, blank=True)
    snoozed_until = models.DateField(_("snoozed until"), null=True, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=5, choices=State, default=State.OPEN, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)
    notes = models.TextField(_("notes"), blank=True)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, blank=True, verbose_name=_("client"), related_name="+"
    )
    record_type = models.CharField(max_length=60, blank=True, editable=False)
    record_id = models.BigIntegerField(null=True, editable=False)

    objects = TodoQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("to-do"), _("to-dos")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="todo_open", condition=models.Q(state="open")),
            models.Index(fields=["record_type", "record_id"], name="todo_of_record"),
        ]

    def __str__(self) -> str:
        return self.title
