"""Every text, list, object and index of every table that PostgreSQL knows, ours or not."""

from collections.abc import Iterable

from django.db import connection

COLUMNS = """
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'tsvector', 'bytea',
         'USER-DEFINED'))
"""


def places_of(said: Iterable[str]) -> list[str]:
    """Each table.column in which one of these stands, whatever its case."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = cursor.fetchall()
        assert len(columns) > 200
        for table, column in columns:
            for one in said:
                cursor.execute(f'select 1 from "{table}" where "{column}"::text ilike %s limit 1', [f"%{one}%"])
                if cursor.fetchone():
                    found.append(f"{table}.{column}: {one}")
    return found
