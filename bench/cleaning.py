"""Takes out again what was created while measuring."""

from django.db import connection, transaction

from bench.shape import Shape

LAST = "(select events from bench_stamp)"
GONE = (
    f"delete from timeline_undelivered where event_id > {LAST}",
    f"delete from timeline_event where id > {LAST}",
    "delete from search_searchentry where record_type = 'clients.client' and record_id > %(clients)s",
    "delete from duplicates_pair where record_type = 'clients.client'",
    "delete from duplicates_matchkey where record_type = 'clients.client' and record_id > %(clients)s",
    "delete from exchange_import",
    "delete from clients_client where id > %(clients)s",
)


def clean(shape: Shape) -> None:
    """Back to what was seeded, also after a run which was broken off."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local zhike.door = 'redaction'")
        for statement in GONE:
            cursor.execute(statement, {"clients": shape.clients})
