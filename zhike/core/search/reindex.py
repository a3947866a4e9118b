"""Making the index anew: after a restore, a seed by COPY, or a change in what is searched."""

from collections.abc import Callable, Iterable, Iterator

from django.db import connection, transaction

from zhike.core.search.entries import write
from zhike.core.search.sources import Source, sources

CHUNK = 2_000
Progress = Callable[[int, int], None]


def reindex(record_types: Iterable[str] | None = None, progress: Progress = lambda _done, _all: None) -> int:
    """Index all records of these kinds (all, when None), a chunk per transaction; the number of records.

    `progress(done, of)` is called after each chunk. Can be stopped and begun again at any time.
    """
    chosen = [source for kind, source in sources().items() if record_types is None or kind in record_types]
    total = sum(source.model._base_manager.count() for source in chosen)
    done = 0
    for source in chosen:
        for size in _in_chunks(source):
            done += size
            progress(done, total)
    with connection.cursor() as cursor:
        for table in {source.table for source in chosen}:
            cursor.execute(f"select gin_clean_pending_list('{table._meta.indexes[0].name}')")
            cursor.execute(f"analyze {table._meta.db_table}")
    return done


def _in_chunks(source: Source) -> Iterator[int]:
    last = 0
    while records := list(source.records().filter(pk__gt=last).order_by("pk")[:CHUNK]):
        with transaction.atomic():
            _forget_between(source, last, records[-1].pk, {record.pk for record in records})
            write(source, records, [record.pk for record in records])
        last = records[-1].pk
        yield len(records)
    source.entries.filter(record_id__gt=last).delete()


def _forget_between(source: Source, after: int, last: int, standing: set[int]) -> None:
    kept = source.entries.filter(record_id__gt=after, record_id__lte=last)
    kept.exclude(record_id__in=standing).delete()
