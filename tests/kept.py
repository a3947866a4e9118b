"""What most tests begin with is made once in each process, by its verbs; from then on its rows are put in again."""

import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db import connection, models, transaction
from django.utils import timezone

T = TypeVar("T")
COLUMNS = """
    select table_name, string_agg(format('%I', column_name), ', ' order by ordinal_position),
    string_agg(format(case udt_name when 'timestamptz' then '%I + passed' else '%I' end, column_name), ', '
               order by ordinal_position)
    from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
    and table_name in (select tablename from pg_tables where schemaname = 'public') group by 1 order by 1
"""
ROWS = "select jsonb_agg(one order by to_jsonb(one) -> 'id')"
QUEUED = "timeline_undelivered"  # by a trigger, so that it comes by itself


@dataclass(frozen=True)
class Kept(Generic[T]):
    """`made` holds records in its attributes; `rows` are theirs and all others that came with them, by table."""

    made: bytes
    rows: str
    statement: str
    moment: datetime

    def again(self) -> T:
        """As if it were made now: all its moments move on."""
        passed = timezone.now() - self.moment
        with connection.cursor() as cursor:
            cursor.execute(self.statement, [self.rows, passed])
        made = pickle.loads(self.made)
        for record in vars(made).values():
            _move(record, passed)
        return made


def keep(make: Callable[[], T]) -> Kept[T]:
    """Makes it and takes it back. What it finds in the database must be what it will find there each time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text")
        begun, moment, made = cursor.fetchone()[0], timezone.now(), make()
        cursor.execute(COLUMNS)
        rows, parts = {}, []
        for table, columns, moved in cursor.fetchall():
            cursor.execute(f'{ROWS} from public."{table}" one where xmin::text::bigint >= {begun}')
            if (found := cursor.fetchone()[0]) and table != QUEUED:
                rows[table] = json.loads(found)
                parts.append(
                    f'"{table}" as (insert into public."{table}" ({columns}) overriding system value select {moved} '
                    f"from kept, jsonb_populate_recordset(null::public.\"{table}\", rows -> '{table}'))"
                )
        transaction.set_rollback(True)
    statement = f"with kept as (select %s::jsonb as rows, %s::interval as passed), {', '.join(parts)} select"
    return Kept(pickle.dumps(made), json.dumps(rows), statement, moment)


def is_untouched() -> bool:
    """Whether this test, which will be rolled back, has written nothing yet."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id_if_assigned() is null")
        return bool(connection.in_atomic_block and cursor.fetchone()[0])


def _move(record: Any, passed: timedelta) -> None:
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if isinstance(field, models.DateTimeField) and value:
            setattr(record, field.attname, value + passed)
