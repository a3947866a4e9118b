"""The search index of a seeded database: the program's own tokens, each distinct text read once."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from zhike.core.search.reading import read
from zhike.core.search.sources import Source, sources
from zhike.core.search.tokens import VECTOR_SQL

CHUNK = 5_000
STAGE = """
create temporary table staged (of bigint, at timestamptz, client bigint, person bigint,
    words text, a text, b text, c text, d text) on commit drop
"""
VECTOR = VECTOR_SQL.replace("%s", "{}").format("words", "a", "b", "c", "d")
INTO = "insert into {table} (record_type, record_id, client_id, person_id, archived, at, version, vector) "
ONE_BY_ONE = INTO + f"select %s, of, client, person, false, at, 1, {VECTOR} from staged"
SHARE = f"""
create temporary table shared on commit drop as
select md5(c.text) as text, ts_delete({VECTOR}, 'cv-' || s.of) as vector
from staged s join conversations_conversation c on c.id = s.of
"""
BY_TEXT = (
    INTO
    + """
select %s, c.id, c.client_id, c.created_by_id, false, c.happened_at, 1,
    s.vector || ('''cv-' || c.id || ''':1A')::tsvector
from conversations_conversation c join shared s on s.text = md5(c.text)
"""
)


def index_all() -> None:
    """Clients and contacts one by one, conversations by their text, to which only the reference is added."""
    known = sources()
    for kind in ("clients.client", "clients.contact"):
        _write(known[kind], known[kind].model._base_manager.all(), ONE_BY_ONE)
    talks = known["conversations.conversation"]
    firsts = talks.model._base_manager.order_by("text", "pk").distinct("text").values("pk")
    _write(talks, talks.model._base_manager.filter(pk__in=firsts), BY_TEXT, SHARE)


def _write(source: Source, records: QuerySet[Any], into: str, between: str = "") -> None:
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        for some in _chunks(records):
            rows = [_row(record, source) for record in some]
            with cursor.copy("copy staged from stdin") as copy:
                for row in rows:
                    copy.write_row(row)
        if between:
            cursor.execute(between)
            cursor.execute("analyze shared")
        cursor.execute(into.format(table=source.table._meta.db_table), [source.record_type])
        cursor.execute("drop table staged")


def _row(record: Any, source: Source) -> tuple[Any, ...]:
    told = read(record, source.text).params
    return (record.pk, record.created_at, record.timeline_client_id, record.created_by_id, *told)


def _chunks(records: QuerySet[Any]) -> Iterator[Iterable[Any]]:
    """By primary key: a cursor of the server's cannot stay open beside COPY."""
    last = 0
    while some := list(records.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield some
        last = some[-1].pk
