"""By which calendar the working days of a client are counted."""

from collections.abc import Callable
from datetime import date
from typing import Any

from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar


def calendars(around: date) -> Callable[[Any], WorkingCalendar]:
    """A function from a client's country to its calendar: one with that country's holidays, else the company's.

    Asks once for all clients.
    """
    standing = list(Calendar.objects.standing().order_by("-is_default", "pk"))
    company = standing[0]
    of_region: dict[str, Calendar] = {}
    for one in standing:
        of_region.setdefault(one.region, one)
    return lambda country: (of_region.get(country, company) if country else company).working(around)
