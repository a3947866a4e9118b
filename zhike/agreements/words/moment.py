"""When something was said, on whose calendar: what "Friday", "in three days" and "after the holiday" mean then."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zhike.core.clock.wall_time import wall_of
from zhike.core.clock.working_calendar import WorkingCalendar

ONE = timedelta(days=1)
FURTHEST = 400  # days that are searched for a working day or a holiday


@dataclass(frozen=True)
class Moment:
    """`wall` is the naive local time of the calendar's zone."""

    wall: datetime
    calendar: WorkingCalendar

    @property
    def today(self) -> date:
        return self.wall.date()

    def days_on(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def weekday(self, weekday: int, weeks: int | None = None) -> date:
        """The next such day (0 is Monday, never today), or that of the n-th week after this one."""
        monday = self.today - timedelta(days=self.today.weekday())
        if weeks is not None:
            found = monday + timedelta(days=weekday, weeks=weeks)
            return found if weeks or found >= self.today else found + timedelta(days=7)
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def working_days_on(self, days: int) -> date:
        """The n-th working day after today."""
        return self.working_day_after(self.today, days)

    def working_day_after(self, day: date, nth: int = 1) -> date:
        return self._walk(day, ONE, nth)

    def working_day_before(self, day: date) -> date:
        return self._walk(day, -ONE, 1)

    def week_end(self, weeks: int) -> date:
        """The last working day of a week until Saturday: a make-up Sunday is read as too late, to be safe."""
        monday = self.today - timedelta(days=self.today.weekday())
        return self._last(monday + timedelta(weeks=weeks), monday + timedelta(weeks=weeks, days=5))

    def month_end(self, months: int) -> date:
        return self.end_of(*self.month(months))

    def end_of(self, year: int, month: int) -> date:
        """The last working day of a month."""
        return self._last(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    def month(self, months: int) -> tuple[int, int]:
        """Year and month, so many months on."""
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + months, 12)
        return year, month + 1

    def on(self, month: int, day: int, year: int | None = None) -> date:
        """That day; without a year the next one, unless it is less than a month ago. Raises ValueError if none."""
        if year is not None:
            return date(year if year > 99 else 2000 + year, month, day)
        found = date(self.today.year, month, day)
        return found if self.today - found < timedelta(days=30) else date(self.today.year + 1, month, day)

    def next_holiday(self) -> date | None:
        """The first day from today on that is free though its weekday is worked."""
        calendar = self.calendar
        days = (self.days_on(n) for n in range(FURTHEST))
        return next((day for day in days if day in calendar.off and calendar.hours[day.weekday()]), None)

    def closing(self, day: date) -> time | None:
        """When the last shift of the day ends; None where nobody works or it ends after midnight."""
        shifts = self.calendar.shifts(day)
        return time(*divmod(shifts[-1][1], 60)) if shifts and shifts[-1][1] < 24 * 60 else None

    def _last(self, first: date, last: date) -> date:
        day = last
        while day > first and not self.calendar.is_working_day(day):
            day -= ONE
        return day if self.calendar.is_working_day(day) else last

    def _walk(self, day: date, step: timedelta, nth: int) -> date:
        left = nth
        for _day in range(FURTHEST):
            day += step
            left -= self.calendar.is_working_day(day)
            if not left:
                break
        return day


def moment_of(said_at: datetime, calendar: WorkingCalendar) -> Moment:
    """`said_at` is aware. Raises ValueError if it is not."""
    return Moment(wall_of(said_at, calendar.zone), calendar)
