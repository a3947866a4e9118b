"""Columns: one function per column turns a record into escaped text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from zhike.core.base.listing import listed
from zhike.core.fields.models import FieldDefinition
from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import nothing

Cell = Callable[[Any, Reader], str]
Total = Callable[[models.QuerySet[Any], Reader], str]


def _nothing_more(_reader: Reader) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Column:
    """One column of a list. `cell(record, reader)` returns escaped HTML.

    `needs` are the database columns that the cell reads, `joins` the relations to select with the rows, `sort` the
    field to order by ("": it cannot be sorted). `wide` columns are dropped on phones, `cut` ones are long texts that a
    list shortens, `shown` ones are there unless the reader chose others, `edit` ones can be edited in place.
    `brings(reader)` gives annotations to load with the rows, by name; a cell must work without them as well.
    `total(found, reader)` says what all rows of the list come to.
    """

    name: str
    label: str | Promise
    cell: Cell
    needs: tuple[str, ...] = ()
    sort: str = ""
    wide: bool = True
    cut: bool = False
    number: bool = False
    shown: bool = True
    edit: bool = False
    joins: tuple[str, ...] = ()
    brings: Callable[[Reader], dict[str, Any]] = _nothing_more
    total: Total | None = None

    @cached_property
    def worn(self) -> str:
        """The attribute of its cells that says how they look."""
        names = [name for name in ("wide", "cut", "number") if getattr(self, name)]
        return f' class="{" ".join(names)}"' if names else ""


def column(model: type[models.Model], name: str, **changes: Any) -> Column:
    """The column of a model's field, by the kind of the field; `changes` override."""
    field: Any = model._meta.get_field(name)
    made = Column(name, capfirst(field.verbose_name), _cell_for(field), needs=(field.attname,), sort=name)
    if field.is_relation and field.related_model._meta.label_lower != "access.user":
        named = (f"{name}__{part}" for part in field.related_model.label_fields)
        made = replace(made, joins=(name,), needs=(field.attname, *named), sort="")
    return replace(made, **changes)


def _cell_for(field: Any) -> Cell:
    name = field.attname
    if field.is_relation and field.related_model._meta.label_lower == "access.user":
        return lambda record, reader: reader.person(getattr(record, name))
    if field.is_relation:
        return lambda record, reader: reader.link(getattr(record, field.name))
    if field.choices:
        shown = f"get_{field.name}_display"
        return lambda record, _reader: text(getattr(record, shown)())
    kinds: dict[type, Cell] = {
        models.DateTimeField: lambda record, reader: reader.moment(getattr(record, name)),
        models.DateField: lambda record, reader: reader.day(getattr(record, name)),
        models.BooleanField: lambda record, reader: reader.yes_no(getattr(record, name)),
    }
    for kind, cell in kinds.items():
        if isinstance(field, kind):
            return cell
    return lambda record, _reader: text(getattr(record, name))


def text(value: Any) -> SafeString:
    """Any plain value or list of them, escaped."""
    if value in (None, "", [], {}):
        return nothing()
    return mark_safe(escape(listed(value) if isinstance(value, (list, tuple)) else str(value)))


def own_column(definition: FieldDefinition) -> Column:
    """The column of an own field."""
    return Column(
        definition.name,
        str(definition),
        lambda record, reader: reader.own(record.custom.get(definition.key), definition),
        needs=("custom",),
        shown=False,
        edit=True,
        number=definition.kind in {"number", "money"},
    )
