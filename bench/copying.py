"""Rows into a table by COPY, as fast as Python writes them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import JSONField
from django.db.models.fields import NOT_PROVIDED


def copy_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """`names` are the columns that the rows give; what else may not be empty takes the model's default."""
    meta = model._meta
    rest = {field.column: _default(field) for field in meta.concrete_fields if field.column not in names}
    constant = {name: value for name, value in rest.items() if value is not None}
    columns = ", ".join(connection.ops.quote_name(name) for name in (*names, *constant))
    more = tuple(constant.values())
    with connection.cursor() as cursor:
        with cursor.copy(f"copy {meta.db_table} ({columns}) from stdin") as copy:
            for row in rows:
                copy.write_row((*row, *more))
        if meta.pk.column in names:
            cursor.execute(
                f"select setval(pg_get_serial_sequence(%s, 'id'), max(id)) from {meta.db_table}", [meta.db_table]
            )


def _default(field: Any) -> Any:
    if field.null or field.primary_key or field.db_default is not NOT_PROVIDED:
        return None
    value = field.get_default()
    return "{}" if isinstance(field, JSONField) else value
