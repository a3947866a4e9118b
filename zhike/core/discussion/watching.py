"""Hearing about a record. Who watches a client sees it, so nobody is let in by someone who does not see it."""

from typing import Any

from django.db import transaction

from zhike.core.discussion import events
from zhike.core.discussion.models import Watch
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.record.amending import told
from zhike.core.record.seeing import those_who_see
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell


def watch(record: Any, *, by: Any, user: Any = None) -> Event | None:
    """`user` (else whoever asks) watches the record; the event, or None where they did. Raises Forbidden.

    Oneself: who sees it may. Someone else: who sees it and may work with it.
    """
    user = user or by
    if not (user.is_active and those_who_see(record, [by]) and (user == by or may_work(by, record))):
        raise Forbidden
    with transaction.atomic():
        _watch, new = Watch.objects.get_or_create(user=user, **_key(record))
        kind = events.WATCHED if user == by else events.INVITED
        return tell(kind, record, by=by, facts={"who": told(user), **_name(record)}) if new else None


def unwatch(record: Any, *, by: Any, user: Any = None) -> Event | None:
    """`user` (else whoever asks) hears no more; the event, or None where they did not watch. Raises Forbidden."""
    user = user or by
    if user != by and not (may_work(by, record) and those_who_see(record, [by])):
        raise Forbidden
    with transaction.atomic():
        gone, _by_type = Watch.objects.filter(user=user, **_key(record)).delete()
        return tell(events.UNWATCHED, record, by=by, facts={"who": told(user), **_name(record)}) if gone else None


def watchers_of(record: Any) -> list[Any]:
    """Who watches, longest first."""
    return [one.user for one in Watch.objects.filter(**_key(record)).select_related("user").order_by("since", "pk")]


def keep_watching(record_type: str, record_id: int, users: list[Any]) -> None:
    """Who talks about a record, or is called to it, hears what follows. The comment's event says it."""
    rows = [Watch(user=user, record_type=record_type, record_id=record_id) for user in users]
    Watch.objects.bulk_create(rows, ignore_conflicts=True)


def _key(record: Any) -> dict[str, Any]:
    return {"record_type": record._meta.label_lower, "record_id": record.pk}


def _name(record: Any) -> dict[str, str]:
    return {"name": str(record)}
