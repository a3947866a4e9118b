"""A playbook, and what it is doing where."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.column import LinesColumn
from zhike.clients.playbooks.lines import Line, read_lines
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class PlaybookQuerySet(RecordQuerySet["Playbook"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff may read how things are done."""
        return self if getattr(user, "is_active", False) else self.none()


class Playbook(Record):
    """`lines` as `lines.Line` keeps them; `version` counts the edits. `keeper` gets what nobody else can be given.

    `withdraws`: what is open is put away when the client leaves the stage which started it.
    """

    prefix = "PB"
    may_add = may_amend = staticmethod(may_lead)

    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("what it is for"), blank=True)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("keeper"), related_name="+")
    lines = LinesColumn(_("to-dos"), default=list)
    withdraws = models.BooleanField(_("withdraw what is open when the client leaves the stage"), default=True)

    objects: ClassVar[Any] = PlaybookQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("playbook"), _("playbooks")

    def __str__(self) -> str:
        return self.name

    def each_line(self) -> list[Line]:
        return read_lines(self.lines)


class RunQuerySet(models.QuerySet["Run"]):
    def running(self) -> Self:
        return self.filter(ended_at=None)

    def with_progress(self) -> Self:
        """`done` of `total` to-dos; those withdrawn one by one do not count."""
        wanted = Q(lines__todo=None) | Q(lines__todo__archived_at=None) | Q(lines__todo__state="done")
        return self.annotate(
            total=Count("lines", filter=wanted), done=Count("lines", filter=Q(lines__todo__state="done"))
        )


class Run(models.Model):
    """`edition` is the playbook's version it started with; `why` says why it was stopped."""

    playbook = models.ForeignKey(Playbook, models.PROTECT, related_name="runs")
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=60)
    edition = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    stopped = models.BooleanField(default=False)
    why = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = RunQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["playbook", "client", "occasion"], name="playbook_once_per_occasion"),
            models.UniqueConstraint(
                fields=["playbook", "client"], condition=Q(ended_at=None), name="playbook_runs_once_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["client", "-started_at"], name="run_of_client")]

    def __str__(self) -> str:
        return str(self.playbook)


class RunLine(models.Model):
    """A line as it was when the run started. `todo` comes at once, or when the line it waits for is done."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    who = models.CharField(max_length=20)
    days = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField(default=0)
    todo = models.OneToOneField("todos.Todo", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "place"], name="run_line_place")]

    def __str__(self) -> str:
        return self.title
