"""The columns of a file that goes out: those of the list, or all that the form asks for as well."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.core.base.listing import listed
from zhike.core.fields.models import definitions_of
from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.core.resources.resource import Resource
from zhike.surfaces.exchange.export import values
from zhike.surfaces.exchange.exports import EXPORTS
from zhike.surfaces.exchange.targets import NAME_PARTS, targets_of

REFERENCE = "reference"


@dataclass(frozen=True)
class Out:
    """`needs`, `joins` and `brings` are what a row must be read with; `several` what is fetched beside it."""

    name: str
    label: str | Promise
    value: values.Value
    needs: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    shown: Column | None = None

    def brings(self, reader: Reader) -> dict[str, Any]:
        return self.shown.brings(reader) if self.shown else {}


def known_columns(resource: Resource, reader: Reader) -> dict[str, Out]:
    """Every column that can go out, by name: the reference, what the form asks for, what else the list shows."""
    form = resource.form(by=reader.user)
    asked = [name for name in targets_of(resource, form) if name not in (REFERENCE, *NAME_PARTS)]
    listed_ones, own = resource.all_columns(), {one.name: one for one in definitions_of(resource.record_type)}
    found = {REFERENCE: Out(REFERENCE, gettext_lazy("Reference"), lambda record: record.reference)}
    for name in dict.fromkeys([*asked, *listed_ones]):
        if name in own:
            found[name] = Out(name, str(own[name]), values.of_own_field(own[name]), needs=("custom",))
        elif field := _field(resource, name):
            label = form.fields[name].label if name in form.fields else listed_ones[name].label
            found[name] = _of_field(field, label or name, form.fields.get(name), reader)
        elif name in listed_ones:
            found[name] = _reckoned(listed_ones[name], reader)
    return found


def chosen(known: dict[str, Out], names: Iterable[str]) -> list[Out]:
    """The reference first: by it the import finds each record. Raises ValidationError for a name that is none."""
    names = list(names)
    if unknown := [name for name in names if name not in known]:
        told = {"said": listed(unknown), "found": listed(known)}
        raise ValidationError(_("There is no column %(said)s. The columns are: %(found)s.") % told)
    return [known[name] for name in dict.fromkeys([REFERENCE, *names])]


def headed(columns: list[Out], resource: Resource, program: str) -> list[Out]:
    """The columns with another program's header words, as far as it has words for them; links without our reference."""
    words = headers_for(resource, program)
    return [
        replace(one, label=words.get(one.name, one.label), value=_by_name(one.value)) if words else one
        for one in columns
    ]


def headers_for(resource: Resource, program: str) -> dict[str, str]:
    """The program's header of each field: the first that its table names."""
    found: dict[str, str] = {}
    for header, field in EXPORTS.get(program, {}).get(resource.name, {}).items():
        found.setdefault(field, header)
    return found


def _of_field(field: Any, label: str | Promise, asked: Any, reader: Reader) -> Out:
    made = Out(field.name, label, values.of_field(field, asked, reader))
    if field.many_to_many:
        return replace(made, several=(field.name,))
    if field.is_relation and field.related_model._meta.label_lower != "access.user":
        named = (f"{field.name}__{part}" for part in field.related_model.label_fields)
        return replace(made, joins=(field.name,), needs=(field.attname, *named))
    return replace(made, needs=(field.attname,))


def _reckoned(column: Column, reader: Reader) -> Out:
    value = values.of_column(column, reader)
    return Out(column.name, column.label, value, needs=column.needs, joins=column.joins, shown=column)


def _field(resource: Resource, name: str) -> Any:
    try:
        return resource.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _by_name(value: values.Value) -> values.Value:
    """Links by their name alone, in full, by which they are found."""

    def named(record: Any) -> Any:
        return _plain(value(record))

    return named


def _plain(said: Any) -> Any:
    if isinstance(said, values.Link):
        return said.whole or said.name
    return list(_all_plain(said)) if isinstance(said, list) else said


def _all_plain(said: list[Any]) -> Iterator[Any]:
    return map(_plain, said)
