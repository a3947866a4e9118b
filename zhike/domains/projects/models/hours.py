"""Hours that were worked, and what an hour of a role costs and brings."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.domains.projects import events
from zhike.domains.projects.models.of_project import stands

DAY = 24 * 60


def may_book(user: Any, entry: Any = None) -> bool:
    """One's own hours; those of others, who leads."""
    own = entry is None or entry.person_id in (None, getattr(user, "pk", None))
    return may_lead(user) or (may_work(user) and own)


class HoursQuerySet(RecordQuerySet["Hours"]):
    def add(self, *, by: Any, **values: Any) -> "Hours":
        """As any record; Forbidden where somebody who does not lead books for another."""
        if not may_book(by, Hours(person=values["person"])):
            raise Forbidden
        return super().add(by=by, **values)

    def of_week(self, person: Any, monday: date) -> Self:
        return self.standing().filter(person=person, on__gte=monday, on__lt=date.fromordinal(monday.toordinal() + 7))

    def running(self, person: Any) -> Self:
        return self.standing().filter(person=person).exclude(since=None)


class Hours(Record):
    """`minutes` that a person worked on a day. While `since` is set a timer runs; stopping it adds what passed."""

    prefix = "HR"
    label_fields = ("minutes", "on")
    may_add = may_amend = staticmethod(may_book)

    project = models.ForeignKey(
        "projects.Project", models.PROTECT, verbose_name=_("project"), related_name="hours_booked"
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )
    task = models.ForeignKey(
        "projects.Task", models.PROTECT, null=True, blank=True, verbose_name=pgettext_lazy("project", "task"),
        related_name="hours_booked",
    )  # fmt: skip
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who"), related_name="+")
    on = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0)
    role = models.CharField(pgettext_lazy("at work", "role"), max_length=60, blank=True)
    note = models.CharField(_("what was done"), max_length=300, blank=True)
    since = models.DateTimeField(_("timer runs since"), null=True, editable=False)

    objects: ClassVar[Any] = HoursQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("hours"), _("booked hours")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["person", "on"], name="hours_of_person"),
            models.Index(fields=["project", "on"], name="hours_of_project"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__lte=DAY), name="hours_within_a_day"),
            models.UniqueConstraint(
                fields=["person"], name="one_timer_each", condition=Q(since__isnull=False, archived_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes // 60}:{self.minutes % 60:02}"

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.client_id = self.project.client_id

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BOOKED

    @transition(
        may=may_book, when=lambda one: stands(one) and one.since is not None, tells=events.STOPPED_TIMER,
        label=_("Stop the timer"), icon="stop", look="primary",
    )  # fmt: skip
    def stop_timer(self, *, by: Any) -> dict[str, Any]:
        """What passed since it was started is added, to the minute, up to a day."""
        passed = int((moment() - self.since).total_seconds() // 60) if self.since else 0
        self.minutes, self.since = min(DAY, self.minutes + max(1, passed)), None
        return {"name": str(self)}


class PayQuerySet(RecordQuerySet["Pay"]):
    def visible_to(self, user: Any) -> Self:
        """Money is for those who lead."""
        return self if may_lead(user) else self.none()


class Pay(Record):
    """From `since` on, an hour of the role costs `cost` and is sold for `price`."""

    prefix = "HP"
    label_fields = ("role",)
    may_add = may_amend = staticmethod(may_lead)

    role = models.CharField(pgettext_lazy("at work", "role"), max_length=60)
    since = models.DateField(_("valid from"))
    cost = models.DecimalField(_("costs an hour"), max_digits=10, decimal_places=2)
    price = models.DecimalField(_("sold for an hour"), max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3)

    objects: ClassVar[Any] = PayQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("hourly rate"), _("hourly rates")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "since"], name="one_pay_a_day", condition=Q(archived_at=None),
                violation_error_message=_("This role has a rate from this day on already. Change that one."),
            ),
            models.CheckConstraint(condition=Q(cost__gte=0), name="pay_is_no_debt"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.role
