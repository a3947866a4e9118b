"""Takes out again what was created while measuring."""

from django.db import connection, transaction

from bench.shape import Shape

GONE = (
    "delete from timeline_undelivered where event_id > %(events)s",
    "delete from timeline_event where id > %(events)s",
    "delete from search_searchentry where record_type = 'clients.client' and record_id > %(clients)s",
    "delete from clients_client where id > %(clients)s",
)


def last_event() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(max(id), 0) from timeline_event")
        return int(cursor.fetchone()[0])


def clean(shape: Shape, after: int) -> None:
    """`after` is the last event that stays."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local zhike.door = 'redaction'")
        for statement in GONE:
            cursor.execute(statement, {"events": after, "clients": shape.clients})
