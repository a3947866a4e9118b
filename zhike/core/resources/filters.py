"""Filters of lists: each turns parameters of the query string into a condition, and is shown as a chip."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Count, F, Func, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhike.core.base.listing import listed
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import day_words

Options = Callable[[Reader], Sequence[tuple[str, str]]]

DAY = timedelta(days=1)
DAYS = re.compile(r"[0-9]{1,5}d")
STRETCH = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?", re.ASCII)


@dataclass(frozen=True)
class Filter:
    """`condition(values, reader)` gives the Q that narrows a queryset; `options(reader)` the (value, label) offered."""

    name: str
    label: str | Promise
    condition: Callable[[list[str], Reader], Q]
    options: Options
    hint: str | Promise = ""

    def words(self, values: list[str], reader: Reader) -> str:
        said = dict(self.options(reader))
        return listed(said.get(value, value) for value in values)


def choice(name: str, label: str | Promise, choices: Any, path: str = "") -> Filter:
    """One of several fixed values."""
    return Filter(name, label, lambda values, _r: Q(**{f"{path or name}__in": values}), lambda _r: list(choices))


def step(name: str, label: str | Promise, choices: Any) -> Filter:
    """One of several fixed numbers, as an IntegerChoices has them; anything else is none of them."""
    known = {str(one.value): one for one in choices}

    def condition(values: list[str], _reader: Reader) -> Q:
        return Q(**{f"{name}__in": [known[one].value for one in values if one in known]})

    return Filter(name, label, condition, lambda _r: [(value, one.label) for value, one in known.items()])


def person(name: str, label: str | Promise) -> Filter:
    """Me, those I lead, nobody, or any of the staff by number."""

    def condition(values: list[str], reader: Reader) -> Q:
        found = Q(**{f"{name}__in": people_meant(values, reader)})
        return found | Q(**{name: None}) if "none" in values else found

    def options(reader: Reader) -> list[tuple[str, str]]:
        staff = apps.get_model("access.User").objects.at_work().order_by("name").values_list("pk", "name")
        led = [("led", gettext("Those I lead"))] if reader.user and reader.user.leads else []
        some = [("me", gettext("Me")), *led, ("none", gettext("Nobody"))]
        return [*some, *((str(pk), said) for pk, said in staff)]

    return Filter(name, label, condition, options)


def people_meant(values: Collection[str], reader: Reader) -> set[int]:
    """The numbers of people that `me`, `led` and numbers mean."""
    found = {int(value) for value in values if value.isdecimal() and len(value) < 19}
    found |= {reader.user.pk} if "me" in values else set()
    return found | set(reader.user.leads) if "led" in values else found


def team(name: str, label: str | Promise) -> Filter:
    """One of the teams by number, or none."""

    def condition(values: list[str], _reader: Reader) -> Q:
        found = Q(**{f"{name}__in": [int(one) for one in values if one.isdecimal() and len(one) < 19]})
        return found | Q(**{name: None}) if "none" in values else found

    def options(_reader: Reader) -> list[tuple[str, str]]:
        teams = apps.get_model("access.Team").objects.standing().order_by("name").values_list("pk", "name")
        return [*((str(pk), said) for pk, said in teams), ("none", pgettext("team", "None"))]

    return Filter(name, label, condition, options)


def tags(name: str, label: str | Promise, model: type) -> Filter:
    """A list column that has any of the values; the ones in use are offered, the commonest first."""

    def options(reader: Reader) -> list[tuple[str, str]]:
        seen = model._default_manager.visible_to(reader.user).exclude(**{name: []})  # type: ignore[attr-defined]
        used = seen.annotate(one=Func(F(name), function="unnest")).values("one").annotate(count=Count("pk"))
        return [(row["one"], row["one"]) for row in used.order_by("-count", "one")[:50]]

    return Filter(name, label, lambda values, _r: Q(**{f"{name}__overlap": values}), options)


def link(name: str, label: str | Promise) -> Filter:
    """The record it belongs to, by reference (CL-12) or number."""

    def condition(values: list[str], _reader: Reader) -> Q:
        numbers = [value.rpartition("-")[2] for value in values]
        return Q(**{f"{name}__in": [int(one) for one in numbers if one.isdecimal() and len(one) < 19]})

    return Filter(name, label, condition, lambda _r: [], "CL-12")


def holds(name: str, label: str | Promise, path: str = "") -> Filter:
    """A text that holds the words, whatever their case."""

    def condition(values: list[str], _reader: Reader) -> Q:
        found = Q()
        for value in values:
            found |= Q(**{f"{path or name}__icontains": value})
        return found

    return Filter(name, label, condition, lambda _r: [])


def when(name: str, label: str | Promise, *, moment: bool = False) -> Filter:
    """A day (or a moment): within N days past, longer ago, late, in the next N days, from..to, or none."""

    def edge(day: date) -> date | datetime:
        return timezone.make_aware(datetime.combine(day, time.min)) if moment else day

    def one(value: str, reader: Reader) -> Q:
        if value == "never":
            return Q(**{name: None})
        since, until = span(value, reader.today)
        after = Q(**{f"{name}__gte": edge(since)}) if since else Q()
        return after & Q(**{f"{name}__lt": edge(until)}) if until else after

    def condition(values: list[str], reader: Reader) -> Q:
        found = Q()
        for value in values:
            found |= one(value, reader)
        return found

    return Days(name, label, condition, lambda _r: spans(ahead=not moment))


class Days(Filter):
    """Also says a stretch of days that nobody offered."""

    def words(self, values: list[str], reader: Reader) -> str:
        said = dict(self.options(reader))
        return listed(said.get(value) or stretch_words(value, reader.today) for value in values)


def stretch_words(value: str, today: date) -> str:
    """2026-03-02..2026-03-08 as people say it; anything else, and days that no calendar has, as it stands."""
    if not STRETCH.fullmatch(value):
        return value
    since, after = span(value, today)
    if after == date.min:
        return value
    first = day_words(since, today=today) if since else ""
    return f"{first} – {day_words(after - DAY, today=today) if after else ''}".strip()


def _stretch(said: Sequence[str]) -> tuple[date | None, date | None]:
    """No day at all for days that no calendar has."""
    try:
        first, last = (date.fromisoformat(one) if one else None for one in said)
        return first, last + DAY if last else None
    except (ValueError, OverflowError):
        return date.min, date.min


def span(value: str, today: date) -> tuple[date | None, date | None]:
    """(first day, first day after) of what an address says: late, 30d, over-30d, next-7d, 2026-03-02..2026-03-08."""
    if days := STRETCH.fullmatch(value):
        return _stretch(days.groups(default=""))
    kind, _dash, said = value.rpartition("-")
    away = timedelta(days=int(said[:-1]) if DAYS.fullmatch(said) else 0)
    if value == "late":
        return None, today
    if kind == "next":
        return today, today + away + DAY
    return (None, today - away) if kind == "over" else (today - away, None)


def spans(*, ahead: bool) -> list[tuple[str, str]]:
    spans = (7, 30, 90, 365)
    found = [(f"{days}d", gettext("within %(days)d days") % {"days": days}) for days in spans]
    found += [(f"over-{days}d", gettext("over %(days)d days ago") % {"days": days}) for days in spans]
    if ahead:
        found += [(f"next-{days}d", gettext("in the next %(days)d days") % {"days": days}) for days in spans[:2]]
        found.append(("late", gettext("late")))
    return [*found, ("never", pgettext("date", "none"))]


def archived() -> Filter:
    """Whether to show what was put away; lists leave it out otherwise."""
    return Filter(
        "archived",
        _("Archived"),
        lambda _v, _r: Q(archived_at__isnull=False),
        lambda _r: [("yes", gettext("archived"))],
    )
