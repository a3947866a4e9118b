"""The test database: kept between runs while migrations stay the same, and emptied without losing what they made."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

ROOT = Path(__file__).resolve().parents[1]
EMPTY = """
do $$ declare one regclass; filled boolean; begin
  for one in select format('public.%I', tablename)::regclass from pg_tables
             where schemaname = 'public' and tablename <> 'django_migrations' order by tablename loop
    execute format('lock table only %s in access exclusive mode', one);
    execute format('select exists (select from only %s)', one) into filled;
    if filled then execute format('delete from only %s', one); end if;
  end loop;
end $$
"""
"""Less than half the time of truncating all, for most are empty; the locks wait for whoever still writes."""
COLUMNS = """
    select table_name, string_agg(format('%I', column_name), ', ' order by ordinal_position)
    from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
    and table_name in (select tablename from pg_tables where schemaname = 'public') group by 1 order by 1
"""


def is_fresh() -> bool:
    """Whether this process's test database was made from the present migrations."""
    return _stamp().exists() and _stamp().read_text() == _migrations()


def keep_seeds() -> None:
    """After the migrations ran: copies the rows they made to the schema `seed`. Once per database."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regnamespace('seed') is not null")
        if is_fresh() and cursor.fetchone()[0]:
            return
        cursor.execute("drop schema if exists seed cascade")
        cursor.execute("create schema seed")
        for table, _columns in _tables(cursor):
            cursor.execute(f'create table seed."{table}" as table public."{table}"')
            cursor.execute(f'select 1 from seed."{table}" limit 1')
            if table == "django_migrations" or not cursor.fetchone():
                cursor.execute(f'drop table seed."{table}"')
    _stamp().parent.mkdir(exist_ok=True)
    _stamp().write_text(_migrations())


def patch_flush(patch: pytest.MonkeyPatch) -> None:
    """Django's flush past every trigger, the queue of jobs too, with the migrations' rows put back."""

    def flush(self: DatabaseOperations, statements: Iterable[str]) -> None:
        plain(self, ["set local session_replication_role = replica", EMPTY, *_put_back()])

    plain = DatabaseOperations.execute_sql_flush
    patch.setattr(DatabaseOperations, "execute_sql_flush", flush)
    patch.setattr("django.core.management.commands.flush.emit_post_migrate_signal", _all_of_it_is_back)


def _all_of_it_is_back(*_told: object) -> None:
    """What Django makes after migrations, in three hundred questions, is among the seeds."""


def _put_back() -> list[str]:
    with connection.cursor() as cursor:
        columns = dict(_tables(cursor))
        cursor.execute("select tablename from pg_tables where schemaname = 'seed' order by 1")
        seeded = [table for (table,) in cursor.fetchall()]
    return [
        f'insert into public."{table}" ({columns[table]}) overriding system value '
        f'select {columns[table]} from seed."{table}" on conflict do nothing'
        for table in seeded
    ]


def _tables(cursor: object) -> list[tuple[str, str]]:
    cursor.execute(COLUMNS)
    return cursor.fetchall()


def _stamp() -> Path:
    process = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    address = hashlib.sha256(os.environ["DATABASE_URL"].encode()).hexdigest()[:8]
    return ROOT / ".pytest_cache" / f"migrations-{process}-{address}"


def _migrations() -> str:
    paths = sorted([*ROOT.glob("zhike/**/migrations/*.py"), ROOT / "requirements/run.txt"])
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
