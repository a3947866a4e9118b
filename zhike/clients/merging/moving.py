"""Letting all rows that name one record name another one, and back."""

import json
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, transaction

from zhike.clients.merging.hanging import Hook, anything_on, hook, hooks_on
from zhike.clients.merging.models import Kept, Merge, Move


def move_all(merge: Merge, loser: Any, winner: Any) -> dict[str, int]:
    """Everything that hangs on the loser hangs on the winner; the number of rows by table. Says what it did."""
    moved: dict[str, int] = {}
    for one in hooks_on(type(winner)):
        pks = list(one.rows(loser.pk).order_by("pk").values_list("pk", flat=True))
        if done := move(one, pks, loser.pk, winner.pk, merge=merge):
            Move.objects.create(merge=merge, table=one.table, column=one.column, pks=done)
            moved[one.table] = max(moved.get(one.table, 0), len(done))
    return moved


def move(one: Hook, pks: list[Any], source: int, target: int, merge: Merge | None = None) -> list[Any]:
    """The rows that moved. One for which the target has its like already is kept aside, or else stays."""
    rows = one.rows(source).filter(pk__in=pks)
    if not pks:
        return []
    try:
        with transaction.atomic():
            one.point(rows, target)
            return pks
    except IntegrityError:
        return [pk for pk in pks if _move_one(one, rows.filter(pk=pk), target, merge)]


def _move_one(one: Hook, row: Any, target: int, merge: Merge | None) -> bool:
    try:
        with transaction.atomic():
            return bool(one.point(row, target))
    except IntegrityError:
        if merge and not anything_on(found := row.get()):
            set_aside(merge, found)
        return False


def set_aside(merge: Merge, row: Any) -> None:
    """Take the row away and keep it whole, as the database writes it."""
    table, key = (connection.ops.quote_name(one) for one in (row._meta.db_table, row._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {table} t where {key} = %s returning to_jsonb(t)::text", [row.pk])
        Kept.objects.create(merge=merge, table=row._meta.label_lower, row=json.loads(cursor.fetchone()[0]))


def give_back(merge: Merge, winner: Any, loser: Any) -> None:
    """Rows kept aside return; rows that moved and are still the winner's go back."""
    for kept in merge.kept.order_by("pk"):
        _put_back(kept)
    for one in merge.moves.order_by("pk"):
        if found := hook(type(winner), one.table, one.column):
            still = list(found.rows(winner.pk).filter(pk__in=one.pks).values_list("pk", flat=True))
            move(found, still, winner.pk, loser.pk)


def _put_back(kept: Kept) -> None:
    """Unless its like has come since, or what it led to is gone."""
    model = apps.get_model(kept.table)
    columns = {field.column: field for field in model._meta.concrete_fields if field.column in kept.row}
    if not all(_leads_somewhere(field, kept.row[name]) for name, field in columns.items()):
        return
    table, names = (connection.ops.quote_name(model._meta.db_table), ", ".join(map(connection.ops.quote_name, columns)))
    with suppress(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} ({names}) select {names} from jsonb_populate_record(null::{table}, %s::jsonb)",
            [json.dumps(kept.row)],
        )


def _leads_somewhere(field: Any, value: Any) -> bool:
    return not field.is_relation or value is None or field.related_model._base_manager.filter(pk=value).exists()
