"""The calendar: a week or a month of what the areas have on a day, with holidays and make-up days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.base.way_back import way_back
from zhike.core.clock.models import Calendar
from zhike.core.history.undo import undo_values
from zhike.core.pages.calendar import MOVES, Item, items_between
from zhike.core.pages.refusing import telling_refusals
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import by_reference
from zhike.core.ui.dates import day_words, weekday_words

SHOWN = 4  # items of a day in a month before "more"


@dataclass(frozen=True)
class Square:
    """A day: `off` a public holiday (休) with its name, `makeup` a weekend worked (班), `other` of another month.

    `gone` has passed with nothing left to do: a list that begins with today leaves it out.
    """

    day: date
    items: list[Item]
    off: bool
    makeup: bool
    holiday: str
    other: bool
    shown: int | None
    gone: bool

    @property
    def weekday(self) -> str:
        return weekday_words(self.day)

    @property
    def some(self) -> list[Item]:
        return self.items[: self.shown]

    @property
    def more(self) -> int:
        return len(self.items) - len(self.some)


@login_required
def show(request: StaffRequest) -> HttpResponse:
    """`?view=month|week&day=2026-05-08&person=12`; who manages nobody sees their own days."""
    today = timezone.localdate()
    day = _day(request.GET.get("day", "")) or today
    view = "week" if request.GET.get("view") == "week" else "month"
    people = _people(request.user)
    person = next((one for one in people if str(one.pk) == request.GET.get("person")), request.user)
    everyone = request.GET.get("person") == "all" and len(people) > 1
    first, last = _week(day) if view == "week" else _month(day)
    items = items_between(Reader(request.user), [one.pk for one in people] if everyone else [person.pk], first, last)
    context = {
        "view": view, "day": day, "today": today, "people": people, "person": person, "everyone": everyone,
        "squares": _squares(first, last, items, day.month if view == "month" else 0),
        "title": _title(view, day, first, last), "before": _step(view, day, -1), "after": _step(view, day, 1),
        "who": "all" if everyone else person.pk,
    }  # fmt: skip
    return render(request, "console/calendar.html", context)


@login_required
@require_POST
def move(request: StaffRequest) -> HttpResponse:
    """Put the record `reference` on `day`, by its own gate of who may change it."""
    record: Any = by_reference(request.POST.get("reference", ""), request.user)
    field, day = MOVES.get(record._meta.label_lower) if record else None, _day(request.POST.get("day", ""))
    if not field:
        raise Http404
    if day is None:
        messages.error(request, gettext("Choose a day."))
        return redirect(way_back(request, "/calendar/"))
    with telling_refusals(request):
        event = record.amend(by=request.user, **{field: day})
        words = gettext("“%(name)s” has moved to %(day)s.") % {"name": record, "day": day_words(day, within=True)}
        messages.success(request, words, extra_tags=undo_values([event]) if event else "")
    return redirect(way_back(request, "/calendar/"))


def _people(user: User) -> list[User]:
    """Oneself, and those under oneself; for administrators everyone."""
    staff = User.objects.at_work().order_by("name")
    return list(staff if user.sees_all else staff.filter(pk__in=user.people_below))


def _day(said: str) -> date | None:
    try:
        found = parse_date(said)
    except ValueError:
        return None
    return found if found and 1970 < found.year < 2200 else None


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(day: date) -> tuple[date, date]:
    """Whole weeks, from Monday."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return _week(day.replace(day=1))[0], _week(last)[1]


def _step(view: str, day: date, way: int) -> date:
    if view == "week":
        return day + timedelta(days=7 * way)
    middle = day.replace(day=15) + timedelta(days=30 * way)
    return middle.replace(day=1)


def _title(view: str, day: date, first: date, last: date) -> str:
    if view == "month":
        return date_format(day, "YEAR_MONTH_FORMAT")
    return f"{day_words(first)} – {day_words(last)}"


def _squares(first: date, last: date, items: dict[date, list[Item]], month: int) -> list[Square]:
    kept = Calendar.objects.default()
    working = kept.working(first)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    today = timezone.localdate()
    return [
        Square(
            day=one,
            items=items.get(one, []),
            off=one in working.off and one not in working.worked,
            makeup=one in working.worked,
            holiday=kept.holiday(one),
            other=bool(month) and one.month != month,
            shown=SHOWN if month else None,
            gone=one < today <= last and all(item.done for item in items.get(one, [])),
        )
        for one in days
    ]
