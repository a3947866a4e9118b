"""What is in a database, table by table, so that two databases can be compared."""

from dataclasses import dataclass

from psycopg import Connection
from psycopg.rows import TupleRow
from psycopg.sql import SQL, Identifier

TABLES = """
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1, 2
"""
SEQUENCES = "select schemaname, sequencename, last_value from pg_sequences where last_value is not null"
SAME_WORDS = "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 3"


@dataclass(frozen=True)
class Sum:
    """Rows of a table and the sum of their hashes, whatever their order."""

    rows: int
    digest: str


def sums(connection: Connection[TupleRow]) -> dict[str, Sum]:
    """Each table by "schema.name", as the connection's transaction sees it."""
    connection.execute(SAME_WORDS)
    found = {}
    for schema, name in connection.execute(TABLES).fetchall():
        query = SQL("select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text from {} t")
        row = connection.execute(query.format(Identifier(schema, name))).fetchone()
        assert row
        found[f"{schema}.{name}"] = Sum(row[0], row[1])
    return found


def sequences(connection: Connection[TupleRow]) -> dict[str, int]:
    """Last value of each sequence in use. They stand outside transactions: a dump holds this or a later one."""
    return {f"{schema}.{name}": last for schema, name, last in connection.execute(SEQUENCES).fetchall()}


def differences(wanted: dict[str, Sum], held: dict[str, Sum]) -> list[str]:
    """Names of the tables that are not equal."""
    return sorted(name for name in wanted.keys() | held.keys() if wanted.get(name) != held.get(name))


def behind(wanted: dict[str, int], held: dict[str, int]) -> list[str]:
    """Names of the sequences that would give a number out twice."""
    return sorted(name for name, last in wanted.items() if held.get(name, 0) < last)
