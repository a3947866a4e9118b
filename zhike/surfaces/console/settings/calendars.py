"""The pages of calendars: a form with a line for each weekday, and the year as it will be."""

from typing import Any
from zoneinfo import available_timezones

from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext, pgettext

from zhike.clients.forms import COUNTRIES
from zhike.core.base.listing import listed
from zhike.core.base.regions import country
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.clock.models import Calendar
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.form import FormPage
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import weekday_name
from zhike.surfaces.console.settings.year import months, special_days

YEARS = range(2004, 2100)


def week_words(hours: dict[str, Any]) -> list[tuple[str, str]]:
    """(days, shifts) with neighbouring days of the same hours together: ("Mon–Fri", "09:00–12:00, 13:00–18:00")."""
    found: list[tuple[int, int, str]] = []
    for n, day in enumerate(WEEKDAYS):
        if not hours.get(day):
            continue
        shifts = listed("–".join(shift) for shift in hours[day])
        if found and found[-1][1] == n - 1 and found[-1][2] == shifts:
            found[-1] = (found[-1][0], n, shifts)
        else:
            found.append((n, n, shifts))
    return [(_days(first, last), shifts) for first, last, shifts in found]


def _days(first: int, last: int) -> str:
    if first == last:
        return weekday_name(first)
    return gettext("%(first)s–%(last)s") % {"first": weekday_name(first), "last": weekday_name(last)}


def hours_cell(calendar: Any, _reader: Reader) -> str:
    return escape(
        pgettext("between stretches", "; ").join(f"{days} {shifts}" for days, shifts in week_words(calendar.hours))
    )


class CalendarFormPage(FormPage):
    def show_form(self, form: Any, record: Any, status: int = 200, **more: Any) -> HttpResponse:
        regions = [(code, country(code)) for code in COUNTRIES]
        zones = sorted(zone for zone in available_timezones() if "/" in zone)
        return super().show_form(form, record, status, zones=zones, regions=regions, **more)


class CalendarPage(DetailPage):
    def context(self, record: Calendar) -> dict[str, Any]:
        asked, this = self.request.GET.get("year", ""), timezone.localdate().year
        year = int(asked) if asked.isdecimal() and int(asked) in YEARS else this
        known, chinese = record.known_until, Reader().chinese
        return super().context(record) | {
            "week": week_words(record.hours),
            "region": _region(record.region),
            "year": year,
            "months": months(record, year, chinese),
            "special": special_days(record, year, chinese),
            "earlier": year - 1 if year - 1 in YEARS else None,
            "later": year + 1 if year + 1 in YEARS else None,
            "known": known,
            "unknown": bool(known and year > known.year),
        }


def _region(code: str) -> str:
    """CN as "China"; a part of a country with its code, as "Germany, DE-BE"."""
    name = country(code.partition("-")[0])
    return listed((name, code)) if "-" in code else name
