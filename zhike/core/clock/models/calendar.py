"""When a company, or a client, works."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.clock import events
from zhike.core.clock.assembling import assembled
from zhike.core.clock.column import HoursColumn
from zhike.core.clock.hours import OFFICE
from zhike.core.clock.public_holidays import announced_until, public_holidays
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.lifecycle.policies import may_administer
from zhike.core.lifecycle.transition import transition
from zhike.core.record.events import ARCHIVED
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


def office_hours() -> dict[str, list[list[str]]]:
    return {day: [list(shift) for shift in shifts] for day, shifts in OFFICE.items()}


def _stands_aside(calendar: Any) -> bool:
    return calendar.archived_at is None and not calendar.is_default


class CalendarQuerySet(RecordQuerySet["Calendar"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff sees when people work."""
        return self if user.is_active else self.none()

    def default(self) -> "Calendar":
        """The one that counts where nobody chose another; made by a migration."""
        return self.get(is_default=True)


class Calendar(Record):
    """`hours` as `hours.read_week` reads them. `days_off` are own days off, {"2026-12-24": "Christmas party"};
    `days_worked` own make-up days with the weekday whose hours they have, {"2026-02-14": "fri"} ("" for the nearest).
    Both go before the public holidays of `region`.
    """

    prefix = "CA"
    may_add = may_amend = staticmethod(may_administer)

    name = models.CharField(_("name"), max_length=80, unique=True)
    zone = models.CharField(_("time zone"), max_length=40)
    region = models.CharField(_("public holidays of"), max_length=10, blank=True)
    hours = HoursColumn(_("hours"), default=office_hours)
    days_off = models.JSONField(_("own days off"), default=dict, blank=True)
    days_worked = models.JSONField(_("own make-up days"), default=dict, blank=True)
    is_default = models.BooleanField(_("default"), default=False, editable=False)

    objects: ClassVar[Any] = CalendarQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("calendar"), _("calendars")
        constraints = [
            models.UniqueConstraint("is_default", condition=models.Q(is_default=True), name="one_default_calendar")
        ]

    def __str__(self) -> str:
        return self.name

    def working(self, around: date) -> WorkingCalendar:
        """For the arithmetic: with the holidays of the ten years before and after that date."""
        years = range(around.year - 10, around.year + 11)
        return assembled(self.zone, self.region, self.hours, self.days_off, self.days_worked, years)

    def holiday(self, day: date) -> str:
        """Why nobody works that day, as a name; "" for make-up days and days with nothing special."""
        if day.isoformat() in self.days_worked:
            return ""
        own = self.days_off.get(day.isoformat())
        return own or str(public_holidays(self.region, [day.year]).off.get(day, ""))

    @property
    def known_until(self) -> date | None:
        """After this date make-up days are not announced yet: what is due later may still move."""
        return announced_until(self.region)

    @transition(
        may=may_administer, when=_stands_aside, tells=events.MADE_DEFAULT, label=_("Make it the default"), icon="check"
    )
    def make_default(self, *, by: Any) -> dict[str, Any]:
        Calendar.objects.filter(is_default=True).update(is_default=False)
        self.is_default = True
        return {"name": self.name}

    @transition(
        may=may_administer, when=_stands_aside, tells=ARCHIVED, label=_("Archive"), icon="archive", look="danger"
    )
    def archive(self, *, by: Any) -> dict[str, Any]:
        """Put away; the default calendar cannot be. Clocks that run on it go on."""
        self.archived_at = timezone.now()
        return {"name": self.name}
