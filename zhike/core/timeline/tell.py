"""Writing to the stream: the only two doors are `tell` and `tell_many`, both inside the verb's transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models, transaction

from zhike.core.timeline.behalf import on_behalf
from zhike.core.timeline.copying import copy_in
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import told_moment
from zhike.core.timeline.origin import told_origin

MANY = 20


def tell(kind: EventKind, record: models.Model, *, by: Any, **told: Any) -> Event:
    """Record one event. `told` may hold `facts`, `caused_by`, `on_behalf_of`, `client` and `at`.

    Raises TransactionManagementError outside a transaction: an event never stands alone.
    """
    return tell_many([event_of(kind, record, by=by, **told)])[0]


def tell_many(events: Iterable[Event]) -> list[Event]:
    """Record many events in one statement, in the given order."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An event is told inside the transaction of its verb.")
    told = list(events)
    return list(copy_in(told)) if len(told) >= MANY else Event.objects.bulk_create(told)


def event_of(
    kind: EventKind,
    record: models.Model,
    *,
    by: Any,
    facts: dict[str, Any] | None = None,
    client: Any = None,
    caused_by: Event | None = None,
    on_behalf_of: Any = None,
    at: datetime | None = None,
) -> Event:
    """An unsaved event. The client is the record's own, if it has one."""
    more: dict[str, Any] = {"at": at or told_moment(), "on_behalf_of": on_behalf_of, "caused_by": caused_by}
    if on_behalf_of is None:
        more["on_behalf_of_id"] = on_behalf(record, by)
    return Event(
        kind=kind.name,
        record_type=record._meta.label_lower,
        record_id=record.pk,
        client_id=client.pk if client else getattr(record, "timeline_client_id", None),
        actor=by,
        facts=facts or {},
        origin=told_origin(),
        **{name: value for name, value in more.items() if value is not None},
    )
