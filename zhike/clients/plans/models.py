"""A communication plan."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from zhike.clients.models.reach import Channel
from zhike.clients.plans import events
from zhike.clients.plans.calendars import calendars
from zhike.clients.plans.due import next_contact
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.todos.policies import check_owner

MOST_DAYS = 500
CHANNEL_OF = {
    "call": Channel.PHONE, "mail": Channel.MAIL, "chat": Channel.WECHAT, "video": Channel.VIDEO, "visit": Channel.VISIT,
}  # fmt: skip


"""The channel of each kind of conversation, as `Client.last_channel` keeps it."""


class State(models.TextChoices):
    RUNNING = "running", pgettext_lazy("plan", "Running")
    PAUSED = "paused", pgettext_lazy("plan", "Paused")


class PlanQuerySet(RecordQuerySet[Any]):
    def running(self) -> Self:
        return self.standing().filter(state=State.RUNNING)

    def due(self, today: date) -> Self:
        """Due today or before, soonest first."""
        return self.running().filter(due_on__lte=today).order_by("due_on", "pk")

    def overdue(self, today: date) -> Self:
        return self.running().filter(due_on__lt=today).order_by("due_on", "pk")

    def asking(self) -> Self:
        """Those that run, without those whose project rests or has ended."""
        return self.running().filter(models.Q(project=None) | models.Q(due_on__isnull=False))


def _stands(plan: Any) -> bool:
    return plan.archived_at is None


class Plan(Record):
    """Every `every` working days. No channel means any, no contact anyone at the client.

    `last_on` is the day of the last conversation that fits, kept by the area that knows conversations; `due_on` follows
    from it and is empty for a plan that is paused, put away or at its end. One of a `project` is kept by conversations
    about that project only, and rests and ends with it.
    """

    goes_with_the_person: ClassVar[bool] = True

    prefix = "PL"
    label_fields = ("about", "every")

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="plans")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("contact"), related_name="+"
    )
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, verbose_name=_("project"), related_name="plans"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who keeps in touch"), related_name="+"
    )
    every = models.PositiveSmallIntegerField(
        _("every … working days"), default=10, validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)]
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel, blank=True)
    about = models.CharField(_("about what"), max_length=200, blank=True)
    starts_on = models.DateField(pgettext_lazy("plan", "from"), default=timezone.localdate)
    ends_on = models.DateField(pgettext_lazy("plan", "until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RUNNING, editable=False)
    last_on = models.DateField(_("last contact"), null=True, editable=False)
    due_on = models.DateField(_("next contact"), null=True, editable=False)

    objects: ClassVar[Any] = PlanQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("contact plan"), _("contact plans")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["owner", "due_on"], name="plan_due", condition=models.Q(due_on__isnull=False)),
            models.Index(fields=["due_on", "id"], name="plan_soonest"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(every__gte=1), name="plan_has_days"),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="plan_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.about or self.rhythm

    @property
    def rhythm(self) -> str:
        return ngettext("Every %(days)d working day", "Every %(days)d working days", self.every) % {"days": self.every}

    @property
    def kind(self) -> str:
        """The kind of conversation that keeps it; a call where any does."""
        return next((kind for kind, channel in CHANNEL_OF.items() if channel == self.channel), "call")

    @property
    def number(self) -> str:
        """Whom to ring up: the contact, else the client; empty where nobody has a telephone."""
        known = [*(self.contact.phones if self.contact else ()), *self.client.phones]
        return known[0] if known else ""

    def write(self, values: dict[str, Any]) -> None:
        """As any record; the next contact follows at once, from what is known of the last. Raises Unseeing."""
        super().write(values)
        if {"owner", "client"} & values.keys():
            check_owner(self.owner, self.client, by=None)
        if self.pk is None and self.client.last_contact_at and self._fits(self.client.last_channel):
            self.last_on = timezone.localdate(self.client.last_contact_at, timezone.get_default_timezone())
        self.due_on = self.next_on() if self.state == State.RUNNING else None

    def next_on(self, calendar: WorkingCalendar | None = None) -> date | None:
        """The day of the next contact while it runs; the calendar is the client's where none is given."""
        if self.archived_at or self.client.archived_at or (self.project and self.project.rests):
            return None
        calendar = calendar or calendars(timezone.localdate())(self.client.country)
        return next_contact(calendar, self.every, last=self.last_on, starts_on=self.starts_on, ends_on=self.ends_on)

    def _fits(self, kind: str) -> bool:
        return self.contact_id is None and self.project_id is None and self.channel in ("", CHANNEL_OF.get(kind))

    @transition(
        source=State.RUNNING, target=State.PAUSED, may=may_work, when=_stands, tells=events.PAUSED, label=_("Pause"),
        icon="stop",
    )  # fmt: skip
    def pause(self, *, by: Any) -> dict[str, Any]:
        """Ask for nothing until it is taken up again."""
        self.due_on = None
        return {"name": str(self)}

    @transition(
        source=State.PAUSED, target=State.RUNNING, may=may_work, when=_stands, tells=events.RESUMED,
        label=_("Take up again"), icon="repeat", look="primary",
    )  # fmt: skip
    def resume(self, *, by: Any) -> dict[str, Any]:
        self.due_on = self.next_on()
        return {"name": str(self)}
