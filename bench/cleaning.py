"""Takes out again what was created while measuring."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from bench.shape import Shape

LAST = "(select events from bench_stamp)"
GONE = (
    f"delete from timeline_undelivered where event_id > {LAST}",
    f"delete from timeline_event where id > {LAST}",
    "delete from search_searchentry where record_type = 'clients.client' and record_id > %(clients)s",
    "delete from duplicates_pair where record_type = 'clients.client'",
    "delete from duplicates_matchkey where record_type = 'clients.client' and record_id > %(clients)s",
    "delete from exchange_likeness",
    "delete from exchange_reject",
    "delete from exchange_import",
    "delete from projects_follow",
    "delete from projects_task",
    "delete from projects_project",
    "delete from clients_client where id > %(clients)s",
)
LINKS = """
select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
where contype = 'f' and confrelid = any(array['timeline_event', 'clients_client']::regclass[])
"""


def clean(shape: Shape) -> None:
    """Back to what was seeded, also after a run which was broken off."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local zhike.door = 'redaction'")
        with _unlinked(cursor):
            for statement in GONE:
                cursor.execute(statement, {"clients": shape.clients})


@contextmanager
def _unlinked(cursor: Any) -> Iterator[None]:
    """Links to what goes are checked all at once at the end: one by one, each looks through every event."""
    cursor.execute(LINKS)
    links = cursor.fetchall()
    for table, name, _made in links:
        cursor.execute(f"alter table {table} drop constraint {name}")
    yield
    cursor.execute("set constraints all immediate")  # what is left to check would forbid the statements below
    for table, name, made in links:
        cursor.execute(f"alter table {table} add constraint {name} {made}")
