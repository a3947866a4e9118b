"""The time within which somebody answers, as a clause says it. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from zhike.agreements.choices import Unit
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.clock.working_time import add, add_days

UNITS = (Unit.WORKING_DAYS, Unit.WORKING_HOURS, Unit.DAYS)


@dataclass(frozen=True)
class Span:
    """So many working days, days (whole ones both) or working hours."""

    quantity: Decimal
    unit: str

    @property
    def days(self) -> int | None:
        """Working days; None where it counts something else."""
        return int(self.quantity) if self.unit == Unit.WORKING_DAYS else None

    @property
    def hours(self) -> timedelta | None:
        """Working time; None where it counts something else."""
        return timedelta(hours=float(self.quantity)) if self.unit == Unit.WORKING_HOURS else None

    def end(self, calendar: WorkingCalendar, start: datetime) -> datetime:
        """When it is over. Days end with the last one, by the law of periods (BGB § 188): see `add_days`."""
        if self.days is not None:
            return add_days(calendar, start, self.days)
        if self.hours is not None:
            return add(calendar, start, self.hours)
        day = start.astimezone(ZoneInfo(calendar.zone)).date() + timedelta(days=int(self.quantity) + 1)
        return datetime.combine(day, time.min, ZoneInfo(calendar.zone))
