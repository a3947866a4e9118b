"""Keeping dates true: moving on those that have passed, and reminding of those that are near, once."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Value
from django.db.models.functions import Coalesce

from zhike.clients.dates.events import NEAR
from zhike.clients.dates.models import ImportantDate, Reminder
from zhike.clients.dates.models.important_date import MOST_DAYS
from zhike.clients.dates.zones import day_at, latest_day
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import event_of, tell_many

BATCH = 1_000
MOST = timedelta(days=MOST_DAYS)


def sweep(now: datetime) -> int:
    """Move on, then remind; how many reminders. Run twice or by two at once, it does no more."""
    pk = 0
    while (last := _move_on(now, pk)) is not None:
        pk = last
    return _remind_all(now)


@transaction.atomic
def _move_on(now: datetime, after: int) -> int | None:
    """The next batch of those that may have passed at their client; the number of its last, None for none. Versions
    stay."""
    passed = ImportantDate.objects.filter(next_on__lt=latest_day(now), pk__gt=after).select_related("client")
    found = list(passed.order_by("pk").select_for_update(of=("self",), skip_locked=True, no_key=True)[:BATCH])
    for date in found:
        date.next_on = date.coming(now)
    ImportantDate.objects.bulk_update(found, ["next_on"])
    return found[-1].pk if found else None


def _remind_all(now: datetime) -> int:
    pk, total = 0, 0
    while found := _remind_some(now, pk):
        pk, told = found
        total += told
    return total


@transaction.atomic
def _remind_some(now: datetime, after: int) -> tuple[int, int] | None:
    """The next batch: the number of its last, and how many reminders. Who holds the dates is the only one to remind."""
    near = _near(now).filter(pk__gt=after).select_related("client", "contact").order_by("pk")
    found = list(near.select_for_update(of=("self",), skip_locked=True, no_key=True)[:BATCH])
    if not found:
        return None
    told = set(Reminder.objects.filter(date__in=found).values_list("date", "person", "day"))
    due = [one for one in found if _is_due(one, now) and (one.pk, one.whom, one.next_on) not in told]
    Reminder.objects.bulk_create(Reminder(date=one, person_id=one.whom, day=one.next_on) for one in due)
    system = apps.get_model("access.User").objects.system()
    tell_many(_event(one, system) for one in due)
    return found[-1].pk, len(due)


def _near(now: datetime) -> Any:
    """Those that may be near, with `whom` to remind: the client's owner, else its deputy. Not those told already."""
    border = latest_day(now)
    soon = ExpressionWrapper(Value(border, DateField()) + F("warn_days"), output_field=DateField())
    ahead = ImportantDate.objects.standing().filter(client__archived_at=None, next_on__lte=border + MOST)
    near = ahead.filter(next_on__lte=soon).annotate(whom=Coalesce("client__owner", "client__deputy"))
    told = Reminder.objects.filter(date=OuterRef("pk"), day=OuterRef("next_on"), person=OuterRef("whom"))
    return near.exclude(whom=None).exclude(Exists(told))


def _is_due(one: Any, now: datetime) -> bool:
    """By what day it is at the client."""
    return day_at(one.client, now) <= one.next_on <= day_at(one.client, now) + timedelta(days=one.warn_days)


def _event(one: Any, system: Any) -> Event:
    facts = {"name": str(one), "day": one.next_on.isoformat(), "people": [{"id": one.whom}]}
    return event_of(NEAR, one, by=system, facts=facts)
