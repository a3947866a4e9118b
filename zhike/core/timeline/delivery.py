"""From the stream to the reactions: one dispatcher, woken on commit, with a sweep each minute.

Reactions inside the database run as batches in the transaction that deletes the `Undelivered` rows: exactly once.
"""

import logging
import threading

from django.db import close_old_connections, connection, transaction

from zhike.core.timeline.models import Delivery, Event, Undelivered
from zhike.core.timeline.reactions import Batch, Reaction, in_order

CHANNEL = "zhike_events"
DISPATCHER = 7_265_101
BATCH = 1_000
SWEEP_SECONDS = 60.0
TRIES = 12

log = logging.getLogger(__name__)


def deliver_all() -> int:
    """Deliver until nothing waits; the number of events delivered."""
    total = 0
    while count := deliver():
        total += count
    return total


def deliver(limit: int = BATCH) -> int:
    """Deliver one batch, oldest first; the number of events. Zero as well while another process delivers."""
    with transaction.atomic():
        if not _am_dispatcher():
            return 0
        waiting = list(Undelivered.objects.order_by("pk")[:limit].values_list("pk", flat=True))
        events = list(Event.objects.filter(pk__in=waiting).order_by("pk"))
        for reaction in in_order():
            if wanted := [event for event in events if reaction.wants(event)]:
                _hand_over(reaction, wanted)
        Undelivered.objects.filter(pk__in=waiting).delete()
    return len(waiting)


def _am_dispatcher() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [DISPATCHER])
        return bool(cursor.fetchone()[0])


def _hand_over(reaction: Reaction, events: Batch) -> None:
    if reaction.outside:
        return _set_aside(reaction, events, "")
    try:
        with transaction.atomic():
            reaction.run(events)
    except Exception as failure:
        log.exception("The reaction %s failed; its events are tried again one by one", reaction.name)
        _set_aside(reaction, events, repr(failure))


def _set_aside(reaction: Reaction, events: Batch, failure: str) -> None:
    from zhike.core.timeline.jobs import deliver_one

    made = Delivery.objects.bulk_create(
        [Delivery(event=event, reaction=reaction.name, failure=failure[:2_000]) for event in events],
        ignore_conflicts=True,
    )
    for delivery in made:
        deliver_one.defer(event_id=delivery.event_id, reaction=reaction.name)


def run_forever(stop: threading.Event) -> None:
    """Deliver until told to stop: at once when an event is committed, and each minute whatever happens."""
    while not stop.is_set():
        try:
            _listen(stop)
        except Exception:
            log.exception("The dispatcher lost its connection; it goes on in a second")
            close_old_connections()
            stop.wait(1)


def _listen(stop: threading.Event) -> None:
    from psycopg import Connection

    with Connection.connect(**connection.get_connection_params(), autocommit=True) as ear:
        ear.execute(f"listen {CHANNEL}")
        while not stop.is_set():
            close_old_connections()
            deliver_all()
            for _waking in ear.notifies(timeout=SWEEP_SECONDS if not stop.is_set() else 0, stop_after=1):
                break
