"""The day of a promise on both parties' calendars: ours with its make-up days (调休), theirs by their country."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zhike.agreements.choices import Side
from zhike.agreements.run_down import runs_down
from zhike.core.clock.models import Calendar
from zhike.core.clock.public_holidays import PublicHolidays, public_holidays
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.ui.dates import day_words

FURTHEST = 30  # days searched for one on which both work
SATURDAY = 5


@dataclass(frozen=True)
class Off:
    """Who does not work on the day, and why: the name of a holiday, or the weekday."""

    side: Side
    why: str


class TwoCalendars:
    """Ours, made once; theirs has no hours, only the holidays, make-up days and weekends of the client's country."""

    def __init__(self, client: Any, around: date) -> None:
        self.kept = Calendar.objects.default()
        self.ours: WorkingCalendar = self.kept.working(around)
        self.region = getattr(client, "country", "") or self.kept.region
        self.theirs = _holidays(self.region, around)

    def off(self, day: date) -> list[Off]:
        found = []
        if not self.ours.is_working_day(day):
            found.append(Off(Side.US, self.kept.holiday(day) or date_format(day, "l")))
        if day in self.theirs.off:
            found.append(Off(Side.THEM, str(self.theirs.off[day])))
        elif day.weekday() >= SATURDAY and day not in self.theirs.worked:
            found.append(Off(Side.THEM, date_format(day, "l")))
        return found

    def their_holiday(self, day: date) -> str:
        """The name of the client's public holiday; "" on any other day."""
        return str(self.theirs.off.get(day, ""))

    def next_for_both(self, day: date) -> date | None:
        """The first day from this one on which both work; None within a month."""
        days = (day + timedelta(days=n) for n in range(FURTHEST))
        return next((one for one in days if not self.off(one)), None)


def day_concerns(client: Any, day: date) -> list[str]:
    """What is wrong with a day, as sentences; of one on which somebody is off the last one names a better day."""
    both = TwoCalendars(client, day)
    off = both.off(day)
    if len({one.why for one in off}) < len(off):
        found = [_("%(day)s is a day off on both sides: %(why)s.") % {"day": day_words(day), "why": off[0].why}]
    else:
        found = [_sentence(one, day) for one in off]
    if found and (better := both.next_for_both(day)):
        found.append(_("The next day on which both sides work: %(day)s.") % {"day": day_words(better, within=True)})
    return found or runs_down(day, both.kept.region, both.region)


def _sentence(off: Off, day: date) -> str:
    told = {"day": day_words(day), "why": off.why}
    if off.side == Side.US:
        return _("%(day)s is a day off of ours: %(why)s.") % told
    return _("%(day)s is a day off at the client’s: %(why)s.") % told


def _holidays(region: str, around: date) -> PublicHolidays:
    """Of this year and the next; a country that nobody knows the holidays of has none."""
    try:
        return public_holidays(region, (around.year, around.year + 1))
    except ValueError:
        return PublicHolidays()
