"""Whatever happens to a record, its entry follows."""

from collections import defaultdict

from zhike.core.record.events import IMPORTED
from zhike.core.search.entries import refresh
from zhike.core.search.sources import Source, sources
from zhike.core.timeline.reactions import Batch, reaction


@reaction()
def keep_the_index(events: Batch) -> None:
    """One reading and one writing per kind of record. What an import has indexed by itself is not read again."""
    known = sources()
    touched: dict[str, set[int]] = defaultdict(set)
    imported: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.record_type in known:
            chosen = imported if event.kind == IMPORTED.name else touched
            chosen[event.record_type].add(event.record_id)
    for record_type, ids in imported.items():
        touched[record_type] |= ids - _up_to_date(known[record_type], ids)
    for record_type, ids in touched.items():
        if ids:
            refresh(known[record_type], ids)


def _up_to_date(source: Source, ids: set[int]) -> set[int]:
    now = dict(source.model._base_manager.filter(pk__in=ids).values_list("pk", "version"))
    entries = source.entries.filter(record_id__in=ids)
    return {pk for pk, version in entries.values_list("record_id", "version") if now.get(pk) == version}
