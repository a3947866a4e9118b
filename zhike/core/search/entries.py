"""Writing the index: set statements over many records of one kind."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from zhike.core.search.documents import Parts, made_of
from zhike.core.search.reading import clients_of, parts_of, read
from zhike.core.search.second_reader import SecondReader
from zhike.core.search.sources import Source, sources
from zhike.core.search.stems import stems_of, vector_of
from zhike.core.search.tokens import VECTOR_SQL, Document

FIELDS = ("record_id bigint", "client bigint", "person bigint", "archived bool", "at timestamptz", "version int",
          "literal text", "a text", "b text", "c text", "d text")  # fmt: skip
_NAMES = ", ".join(field.split()[0] for field in FIELDS)
_ARRAYS = ", ".join(f"%s::{field.split()[1]}[]" for field in FIELDS)
_VECTOR = VECTOR_SQL % ("r.literal", "r.a", "r.b", "r.c", "r.d")
UPSERT = f"""
insert into {{table}} as e
    (record_type, record_id, client_id, person_id, archived, at, version, vector)
select %s, r.record_id, r.client, r.person, r.archived, r.at, r.version, {_VECTOR}
from unnest({_ARRAYS}) r({_NAMES})
on conflict (record_type, record_id, client_id) do update set (person_id, archived, at, version, vector) =
    (excluded.person_id, excluded.archived, excluded.at, excluded.version, excluded.vector)
where e.version <= excluded.version
"""
Found = tuple[tuple[Any, ...], Document]  # the columns of an entry without its vector, and what is said
STALE = """
delete from {table} e where e.record_type = %s and e.record_id = any(%s) and not exists (
    select from unnest(%s::bigint[], %s::bigint[]) r(record_id, client)
    where r.record_id = e.record_id and r.client is not distinct from e.client_id
)
"""


def bulk_entries(records: Iterable[Any], *, fresh: bool = False) -> int:
    """Index records that were just written, in the transaction of the caller; the number of entries.

    For the bulk twin: a few statements a kind and chunk. `fresh` records have no entries yet, which then are copied in.
    Records of kinds that are not searched are passed over.
    """
    kinds: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        kinds[record._meta.label_lower].append(record)
    if not fresh:
        known = sources()
        return sum(write(known[kind], some, [one.pk for one in some]) for kind, some in kinds.items() if kind in known)
    entries = FreshEntries()
    for some in kinds.values():
        read_one = entries.beside(some)
        for record in some:
            read_one(record)
    return entries.write()


class FreshEntries:
    """Entries of records that have none: read while the records are copied in, then copied in themselves."""

    def __init__(self, second: SecondReader | None = None) -> None:
        self._known, self._second = sources(), second
        self._found: dict[str, list[Found]] = {}
        self._asked: tuple[list[Found], list[tuple[Any, ...]], list[Parts]] | None = None

    def beside(self, records: Sequence[Any]) -> Callable[[Any], None]:
        """What to do with each of these, all of one kind and numbered, while the database writes: it asks nothing."""
        if not records or (source := self._known.get(records[0]._meta.label_lower)) is None:
            return lambda _record: None
        prefetch_related_objects(list(records), *source.text.prefetch)
        found, now = self._found.setdefault(source.record_type, []), timezone.now()
        if self._second and self._second.is_ready and not self._asked:
            rows, parts = _unread(records, source, now)
            if self._second.ask(parts):
                self._asked = found, rows, parts
                return lambda _record: None
        return lambda record: found.extend(_rows(record, source, now))

    def write(self) -> int:
        """The number of entries written."""
        if self._asked and self._second:
            into, rows, parts = self._asked
            into += zip(rows, self._second.answer() or map(made_of, parts), strict=True)
        for kind, found in self._found.items():
            _fill(self._known[kind], found)
        return sum(map(len, self._found.values()))


def refresh(source: Source, ids: Collection[int]) -> int:
    """Read the records anew; those that are gone leave the index."""
    return write(source, list(source.records().filter(pk__in=ids)), list(ids))


def write(source: Source, records: Sequence[Any], ids: Sequence[int]) -> int:
    """Put the entries of `records` in the place of all entries of `ids`; the number written."""
    rows = [(*row, *said.params) for row, said in _read(records, source)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            STALE.format(table=source.table._meta.db_table),
            [source.record_type, list(ids), [row[0] for row in rows], [row[1] for row in rows]],
        )
        _put(cursor, source, rows)
    return len(rows)


def _put(cursor: Any, source: Source, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        cursor.execute(UPSERT.format(table=source.table._meta.db_table), [source.record_type, *columns])


def _fill(source: Source, found: Sequence[Found]) -> None:
    """Copied in, but for those whose words only PostgreSQL can take."""
    stems = stems_of({word for _row, said in found for text in said.english for word in text.split()})
    late = []
    with connection.cursor() as cursor:
        names = "record_type, record_id, client_id, person_id, archived, at, version, vector"
        with cursor.copy(f"copy {source.table._meta.db_table} ({names}) from stdin") as copy:
            for row, said in found:
                if vector := vector_of(said, stems):
                    copy.write_row((source.record_type, *row, vector))
                else:
                    late.append((*row, *said.params))
        _put(cursor, source, late)


def forget(record_type: str, ids: Collection[int]) -> None:
    """Take records out of the index."""
    if source := sources().get(record_type):
        source.entries.filter(record_id__in=ids).delete()


def _read(records: Sequence[Any], source: Source) -> list[Found]:
    prefetch_related_objects(list(records), *source.text.prefetch)
    now = timezone.now()
    return [row for record in records for row in _rows(record, source, now)]


def _rows(record: Any, source: Source, now: datetime) -> list[Found]:
    columns = _columns(record, source, now)
    said = read(record, source.text) if columns else None
    return [(row, said) for row in columns if said]


def _unread(records: Sequence[Any], source: Source, now: datetime) -> tuple[list[tuple[Any, ...]], list[Parts]]:
    """The columns of each entry, and the parts of which its document is to be made."""
    rows, parts = list[tuple[Any, ...]](), list[Parts]()
    for record in records:
        columns = _columns(record, source, now)
        rows += columns
        parts += [parts_of(record, source.text)] * len(columns)
    return rows, parts


def _columns(record: Any, source: Source, now: datetime) -> list[tuple[Any, ...]]:
    if record.archived_at is not None and source.text.forgets_archived:
        return []
    told = (
        getattr(record, f"{source.text.person}_id"),
        record.archived_at is not None,
        _moment(record, source, now),
        record.version,
    )
    return [(record.pk, client, *told) for client in clients_of(record, source.text)]


def _moment(record: Any, source: Source, now: datetime) -> datetime:
    """A record written a moment ago may not know yet when."""
    at = getattr(record, source.text.when)
    return at if isinstance(at, datetime) else now
