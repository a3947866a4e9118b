"""A meeting with a client."""

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.domains.meetings import events
from zhike.domains.meetings.agenda import agenda_due
from zhike.domains.meetings.choices import Kind, State
from zhike.domains.meetings.models.inviting import Inviting
from zhike.domains.meetings.models.minuting import Minuting
from zhike.domains.meetings.models.preparing import Preparing
from zhike.domains.meetings.models.scheduling import Scheduling


def _new_uid() -> str:
    return uuid.uuid4().hex


class MeetingQuerySet(RecordQuerySet["Meeting"]):
    def coming(self, now: datetime) -> Self:
        """Planned and not over, the next first."""
        return (
            self.standing().filter(state=State.PLANNED, starts_at__gte=now - timedelta(hours=2)).order_by("starts_at")
        )

    def of(self, people: Any) -> Self:
        """Those which one of these members of staff leads or attends."""
        attended = apps.get_model("meetings.Attendee").objects.filter(person__in=people).values("meeting")
        return self.filter(Q(lead__in=people) | Q(pk__in=attended))

    def with_topics(self) -> Self:
        """Each with `topic_count`, how much is on its agenda."""
        return self.annotate(topic_count=models.Count("topics", distinct=True))

    def unprepared(self, by: datetime) -> Self:
        """Planned, with an agenda that is due by then and has nothing on it."""
        bare = self.standing().filter(state=State.PLANNED, agenda_due__lte=by, topics=None)
        return bare.order_by("starts_at")

    def unwritten(self) -> Self:
        """Held, with minutes that nobody closed."""
        return self.standing().filter(state=State.HELD).order_by("starts_at")


class Meeting(Minuting, Inviting, Preparing, Scheduling, Twinned, Record):
    """`minutes` is how long it takes. `every_weeks` is 0 for a single one; else the next one of the series, whose
    `former` this is, begins so many weeks after `slot`: when this one was planned, wherever it was moved since.

    `uid` names it in the calendars of those invited and is not guessed; `sequence` counts what they were told anew
    (RFC 5545), `told_as` what that was. `agenda_due` lies `agenda_hours` working hours before it begins. `conversation`
    is what closing logged.
    """

    prefix = "MT"
    twinned: ClassVar[Any] = {OWN: ("title", "goal"), "topics": ("title", "goal"), "lines": ("text",)}
    twin_owner = "lead"
    label_fields = ("title",)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="meetings")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.PROGRESS)
    title = models.CharField(_("title"), max_length=200, blank=True)
    goal = models.TextField(pgettext_lazy("of a meeting", "goal"), blank=True)
    starts_at = models.DateTimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    place = models.CharField(_("place"), max_length=200, blank=True)
    video = models.URLField(_("video link"), max_length=400, blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("leads"), related_name="+")
    staff = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="meetings.Attendee", through_fields=("meeting", "person"), blank=True,
        verbose_name=pgettext_lazy("at a meeting", "of us"), related_name="meetings",
    )  # fmt: skip
    contacts = models.ManyToManyField(
        "clients.Contact", through="meetings.Attendee", through_fields=("meeting", "contact"), blank=True,
        verbose_name=pgettext_lazy("at a meeting", "of them"), related_name="meetings",
    )  # fmt: skip
    every_weeks = models.PositiveSmallIntegerField(_("every … weeks"), default=0)
    agenda_hours = models.PositiveSmallIntegerField(_("agenda due, working hours before"), default=8)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.PLANNED, editable=False)
    slot = models.DateTimeField(null=True, editable=False)
    former = models.OneToOneField("self", models.PROTECT, null=True, editable=False, related_name="following")
    uid = models.CharField(max_length=32, default=_new_uid, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    invited_at = models.DateTimeField(_("invited"), null=True, editable=False)
    told_as = models.CharField(max_length=64, blank=True, default="", db_default="", editable=False)
    agenda_due = models.DateTimeField(_("agenda due"), editable=False)
    warned_at = models.DateTimeField(null=True, editable=False)
    held_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    conversation = models.OneToOneField(
        "conversations.Conversation", models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects: ClassVar[Any] = MeetingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("meeting"), _("meetings")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "-starts_at"], name="meeting_of_client"),
            models.Index(fields=["starts_at"], name="meeting_coming", condition=Q(state="planned")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=5) & Q(minutes__lte=720), name="meeting_lasts"),
            models.CheckConstraint(condition=Q(every_weeks__lte=52), name="meeting_series_within_a_year"),
            models.CheckConstraint(condition=~Q(former=F("id")), name="meeting_follows_another"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def takes_twins(self) -> bool:
        """Until the minutes are closed: what was said stands in the ledger from then on."""
        return self.archived_at is None and self.state in (State.PLANNED, State.HELD)

    @property
    def is_days_ahead(self) -> bool:
        """It begins on a later day."""
        return timezone.localdate(self.starts_at) > timezone.localdate(moment())

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.reckon()

    def reckon(self) -> None:
        """What follows from when it begins."""
        self.agenda_due = agenda_due(self.starts_at, self.agenda_hours)
        if self.every_weeks and self.slot is None:
            self.slot = self.starts_at

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.PLANNED
