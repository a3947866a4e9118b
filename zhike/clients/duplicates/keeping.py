"""Keeping the keys: set statements over many records of one kind."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from zhike.clients.duplicates.keys import READ, keys_of, values_of

CHUNK = 2_000
STALE = """
delete from duplicates_matchkey m where m.record_type = %s and m.record_id = any(%s) and not exists (
    select from unnest(%s::bigint[], %s::text[], %s::text[]) r(record_id, kind, key)
    where r.record_id = m.record_id and r.kind = m.kind and r.key = m.key
)
"""
FRESH = """
insert into duplicates_matchkey (record_type, record_id, kind, key)
select %s, r.* from unnest(%s::bigint[], %s::text[], %s::text[]) r(record_id, kind, key)
on conflict do nothing
"""


def bulk_keys(records: Iterable[Any]) -> None:
    """Keep the keys of records just written, in the caller's transaction: two statements a kind. For the bulk twin."""
    kinds: dict[str, list[Any]] = {}
    for record in records:
        kinds.setdefault(record._meta.label_lower, []).append(record)
    for kind, some in kinds.items():
        if kind in READ:
            write(kind, some, [one.pk for one in some])


def refresh(record_type: str, ids: Collection[int]) -> None:
    """Read the records anew; those that are gone, put away or merged have no keys."""
    needed = ("pk", "archived_at", *READ[record_type])
    write(record_type, list(apps.get_model(record_type)._base_manager.filter(pk__in=ids).only(*needed)), ids)


def write(record_type: str, records: Sequence[Any], ids: Collection[int]) -> None:
    """Put the keys of `records` in the place of all keys of `ids`."""
    standing = (one for one in records if one.archived_at is None)
    rows = [(one.pk, kind, key) for one in standing for kind, key in keys_of(record_type, values_of(one))]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], []]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(STALE, [record_type, list(ids), *columns])
        if rows:
            cursor.execute(FRESH, [record_type, *columns])


def rebuild(progress: Callable[[int], None] = lambda _done: None) -> int:
    """All keys anew, a chunk per transaction; the number of records. After a restore, or a change of what is read."""
    done = 0
    for record_type in READ:
        records, last = apps.get_model(record_type)._base_manager, 0
        while ids := list(records.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:CHUNK]):
            refresh(record_type, ids)
            done, last = done + len(ids), ids[-1]
            progress(done)
    return done
