"""By which working time each side answers: ours is the company's calendar, theirs that of their country."""

from datetime import date
from typing import Any

from zhike.core.clock.assembling import assembled
from zhike.core.clock.hours import OFFICE
from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar


def theirs(client: Any, around: date) -> WorkingCalendar:
    """That of the client's country where the company keeps one; else office hours with that country's holidays."""
    country = client.country
    kept = Calendar.objects.standing().filter(region=country).order_by("-is_default", "pk").first() if country else None
    company = kept or Calendar.objects.default()
    if kept or not country:
        return company.working(around)
    years = range(around.year - 1, around.year + 3)
    try:
        return assembled(client.time_zone or company.zone, country, OFFICE, {}, {}, years)
    except (ValueError, KeyError):  # nobody knows the holidays of that country
        return company.working(around)
