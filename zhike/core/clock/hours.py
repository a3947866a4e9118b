"""A week's hours as people write them, and as minutes: {"mon": [["09:00", "12:00"], ["13:00", "18:00"]]}."""

import re
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.clock.working_calendar import DAY, Shift, Week

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in WEEKDAYS[:5]}
ROUND_THE_CLOCK = {day: [["00:00", "24:00"]] for day in WEEKDAYS}


def read_week(written: Any) -> Week:
    """Days that are left out are free. An end not after its start is meant on the next day: ["22:00", "06:00"].

    Raises ValueError, with a translated sentence, for what cannot be read.
    """
    if not isinstance(written, dict) or not set(written) <= set(WEEKDAYS):
        raise ValueError(_("Give the hours as weekdays from mon to sun, each with its shifts."))
    return tuple(tuple(_shift(shift) for shift in written.get(day) or ()) for day in WEEKDAYS)


def nearest_weekday(week: Week, day: date) -> int:
    """Whose hours a make-up day has: its own weekday's, else the nearest that has any (Saturday takes Friday's)."""
    for distance in (0, -1, 1, -2, 2, -3, 3):
        if week[weekday := (day + timedelta(days=distance)).weekday()]:
            return weekday
    return day.weekday()


def _shift(written: Any) -> Shift:
    if not isinstance(written, list | tuple) or len(written) != 2:
        raise ValueError(_("A shift is a start and an end, such as 09:00 and 12:00."))
    start, end = map(_minutes, written)
    return start, end if end > start else end + DAY


def _minutes(written: Any) -> int:
    found = re.fullmatch(r"(\d{1,2}):([0-5]\d)", str(written).strip())
    minutes = int(found[1]) * 60 + int(found[2]) if found else DAY + 1
    if minutes > DAY:
        raise ValueError(_("%(time)s is not a time of day. Write it like 09:00.") % {"time": written})
    return minutes
