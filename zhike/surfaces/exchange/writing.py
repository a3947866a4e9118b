"""Writing what was planned: rows, events, rejects and the marker, in the one transaction that the caller holds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection

from zhike.core.base.tables import Row
from zhike.core.record import events
from zhike.core.search.entries import FreshEntries, bulk_entries
from zhike.core.search.second_reader import SecondReader
from zhike.core.timeline.copying import copy_in
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import event_of, events_of, tell_many
from zhike.surfaces.exchange.models import MADE, Import, Likeness, Reject
from zhike.surfaces.exchange.planning import Plan, Planner
from zhike.surfaces.exchange.resembling import Resemblance
from zhike.surfaces.exchange.rows import Incoming

MOST_WARNINGS = 500


def write(plan: Plan, planner: Planner, second: SecondReader | None = None, following: Sequence[Row] = ()) -> None:
    """Records, their events and search entries. New ones first: their events need numbers.

    The `following` rows are read while the second reader makes documents.
    """
    of = planner.of
    made, entries = [client for _row, client in plan.made], FreshEntries(second)
    copy_in(made, beside=entries.beside)
    for record in plan.created if made else ():
        record.client = record.client  # its key is known only now
    copy_in(plan.created, beside=entries.beside)
    _amend(plan)
    _link(plan)
    told = tell_many(list(_events(plan, of)))
    if told:
        of.first_event, of.last_event = of.first_event or told[0].pk, told[-1].pk
    new = {id(record) for record in plan.created}
    planner.read_ahead(following)
    entries.write()
    bulk_entries({id(one): one for _row, one, _changed in plan.steps if id(one) not in new}.values())


def note(of: Import, plan: Plan, planner: Planner, last: Row) -> None:
    """Counts, warnings, rejects and the marker."""
    rejects = [Reject(of=of, row=one.row.number, line=one.row.line, faults=planner.faults(one), values=one.row.values)
               for one in plan.rejected]  # fmt: skip
    Reject.objects.bulk_create(rejects)
    if plan.created and of.first_record is None and plan.created[0].pk:
        of.first_record = plan.created[0].pk
    of.created += len(plan.created)
    of.clients_created += len(plan.made)
    of.updated += plan.updated
    of.unchanged += plan.unchanged
    of.rejected += len(rejects)
    of.perhaps_same += plan.perhaps_same
    Likeness.objects.bulk_create(_likeness(of, one, like) for one, like in plan.likely)
    _count_warnings(of, plan)
    of.place = list(last.after)
    of.save(update_fields=["created", "updated", "unchanged", "rejected", "warnings", "place", *MADE])


def _likeness(of: Import, one: Incoming, like: Resemblance) -> Likeness:
    called = str(one.values.get("name") or "")[:200]
    return Likeness(
        of=of,
        row=one.row.number,
        line=one.row.line,
        called=called,
        record_id=like.first.record.pk,
        reasons=like.reasons,
    )


def _events(plan: Plan, of: Import) -> Iterable[Event]:
    new = iter(_imported(plan, of))
    yield from islice(new, len(plan.made))
    for row, record, changed in plan.steps:
        if changed is None:
            yield next(new)
        else:
            facts = {"changed": changed, "import": of.pk, "row": row}
            yield event_of(record.tells_edited(changed), record, by=of.created_by, facts=facts)


def _imported(plan: Plan, of: Import) -> list[Event]:
    new = (*plan.made, *((row, record) for row, record, changed in plan.steps if changed is None))
    told = ((one, {"name": str(one), "import": of.pk, "row": row}, one.stands_at) for row, one in new)
    return events_of(events.IMPORTED, told, by=of.created_by)


def _amend(plan: Plan) -> None:
    """One statement for all records in which the same fields change, sent as a pipeline."""
    new = {id(record) for record in plan.created}
    changes: dict[int, tuple[Any, set[str]]] = {}
    for _row, record, changed in plan.steps:
        if changed and id(record) not in new:
            changes.setdefault(id(record), (record, set()))[1].update(_columns(changed, record))
    alike: dict[tuple[str, ...], list[Any]] = {}
    for record, names in changes.values():
        alike.setdefault(tuple(sorted(names | {"version"})), []).append(record)
    for columns, records in alike.items():
        save_columns(columns, records)


def _link(plan: Plan) -> None:
    """Many-to-many fields: those of new records in one statement a field."""
    new, rows = {id(record) for record in plan.created}, dict[Any, list[Any]]()
    for (key, name), (record, linked) in plan.linked.items():
        if key not in new:
            getattr(record, name).set(linked)
            continue
        field = record._meta.get_field(name)
        mine, theirs = field.m2m_field_name(), field.m2m_reverse_field_name()
        through = field.remote_field.through
        rows.setdefault(through, []).extend(
            through(**{f"{mine}_id": record.pk, f"{theirs}_id": one.pk}) for one in linked
        )
    for through, some in rows.items():
        through.objects.bulk_create(some)


def _columns(changed: Iterable[str], record: Any) -> set[str]:
    columns = {"custom" if name.startswith("own_") else name for name in changed}
    return {name for name in columns if not record._meta.get_field(name).many_to_many}


def save_columns(names: tuple[str, ...], records: list[Any]) -> None:
    """Write these fields of many records of one model, as a pipeline."""
    meta = records[0]._meta
    fields = [meta.get_field(name) for name in names]
    sets = ", ".join(f"{connection.ops.quote_name(field.column)} = %s" for field in fields)
    rows = [
        [*(field.get_db_prep_save(field.value_from_object(one), connection) for field in fields), one.pk]
        for one in records
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"update {connection.ops.quote_name(meta.db_table)} set {sets} where id = %s", rows)


def _count_warnings(of: Import, plan: Plan) -> None:
    """By column and value. Values are counted one by one up to a limit, the rest of a column together."""
    for (column, said), count in Counter(plan.warnings).items():
        values = of.warnings.setdefault(column, {})
        name = said if said in values or len(values) < MOST_WARNINGS else "…"
        values[name] = values.get(name, 0) + count
