"""The timeline as pages show it: events with their sentences and what their records say, by day."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.safestring import SafeString

from zhike.core.history.changes import changes
from zhike.core.record.family import family
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.kinds import private_kinds, quiet_kinds
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say

STRETCH = 30


@dataclass(frozen=True)
class Told:
    """One event, ready to be shown. `record` is there when its resource shows more than the sentence."""

    event: Event
    sentence: SafeString
    record: Any
    template: str
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Feed:
    """`days` are (day, [Told]), newest first; `before` is the event to go on from, or None at the end."""

    days: list[tuple[date, list[Told]]]
    before: int | None


def feed_of_record(record: Any, reader: Reader, before: int | None = None, without: Collection[str] = ()) -> Feed:
    """What happened to one record, `without` some kinds of event. What it says stands on its own page already."""
    events = Event.objects.filter(record_type=record._meta.label_lower, **_of(family(record), "record_id"))
    told = feed(events.exclude(kind__in=without) if without else events, reader, before)
    days = [(day, [replace(one, template="") for one in those]) for day, those in told.days]
    return replace(told, days=days)


def feed_of_client(
    client: Any, reader: Reader, before: int | None = None, kinds: Any = None, known: Iterable[Any] = ()
) -> Feed:
    """Everything that happened with a client and those merged into it; `kinds` narrows to some kinds of event."""
    events = Event.objects.filter(**_of(family(client), "client"))
    chosen = events.filter(kind__in=kinds) if kinds else events.exclude(kind__in=quiet_kinds())
    return feed(chosen, reader, before, known)


def _of(ids: list[int], name: str) -> dict[str, Any]:
    """One alone is asked for by equality: the index then gives its events in their order."""
    return {name: ids[0]} if len(ids) == 1 else {f"{name}__in": ids}


def feed(events: Any, reader: Reader, before: int | None = None, known: Iterable[Any] = ()) -> Feed:
    """A stretch of events, newest first, with a constant number of queries. `known` records are not read again."""
    if before and (last := events.filter(pk=before).values_list("at", "pk").first()):
        events = events.extra(where=["(at, timeline_event.id) < (%s, %s)"], params=last)
    found = list(events.exclude(kind__in=private_kinds()).order_by("-at", "-pk")[: STRETCH + 1])
    shown = found[:STRETCH]
    told = told_all(shown, reader, known)
    days = [(day, list(group)) for day, group in groupby(told, key=lambda one: timezone.localdate(one.event.at))]
    return Feed(days, shown[-1].pk if len(found) > STRETCH else None)


def told_all(events: list[Event], reader: Reader, known: Iterable[Any] = ()) -> list[Told]:
    """These events in words, in their order: one query for each type of record among them."""
    records = _records(events, {(record._meta.label_lower, record.pk): record for record in known})
    return [_told(event, records.get((event.record_type, event.record_id)), reader) for event in events]


def _told(event: Event, record: Any, reader: Reader) -> Told:
    resource = resource_of(event.record_type)
    adds = event.kind in (resource.told_in_full if resource else ())
    template = (resource.told_by or f"{resource.name}/_told.html") if resource and adds else ""
    return Told(event, say(event, reader, record), record, template, changes(event, resource))


def _records(events: list[Event], known: dict[tuple[str, int], Any]) -> dict[tuple[str, int], Any]:
    """The events' records, one query per type."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if (event.record_type, event.record_id) not in known:
            wanted[event.record_type].add(event.record_id)
    found = dict(known)
    for record_type, pks in wanted.items():
        resource = resource_of(record_type)
        records = apps.get_model(record_type)._base_manager.filter(pk__in=pks)
        shown = list(records.prefetch_related(*(resource.told_with if resource else ())))
        if resource:
            resource.bring(shown)
        found |= {(record_type, record.pk): record for record in shown}
    return found
