"""Columns that nothing is known for become own fields: the kind guessed from the values, made through the gate."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base.dates import read_date
from zhike.core.fields.form_fields import YES_NO
from zhike.core.fields.models import FieldDefinition, Kind, definitions_of
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.exchange.models import Import

NEW = "new:"
OFFERED = (Kind.TEXT, Kind.LONG, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.CHOICE, Kind.BOOLEAN)
MOST_CHOICES = 40
LONG = 200
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def may_invent(user: Any, of: Import) -> bool:
    """Whoever may add own fields, for records that take them."""
    return bool(FieldDefinition.may_add(user, None)) and of.declared.menu and of.declared.has("add")


def kind_of(values: Sequence[str]) -> Kind:
    """The kind that all of the values fit; text when in doubt."""
    if not values:
        return Kind.TEXT
    if all(one.casefold() in YES_NO for one in values):
        return Kind.BOOLEAN
    if all(_NUMBER.fullmatch(one) for one in values):
        return Kind.NUMBER
    if all(map(_is_date, values)):
        return Kind.DATE
    if any(len(one) > LONG or "\n" in one for one in values):
        return Kind.LONG
    few = len(set(values)) <= min(12, len(values) // 2)
    return Kind.CHOICE if few else Kind.TEXT


def invented(of: Import, chosen: Mapping[str, str], *, by: Any) -> dict[str, str]:
    """The chosen fields, with those that are to be new made. Raises Forbidden, ValidationError."""
    return {
        column: _made(of, column, field.removeprefix(NEW), by) if field.startswith(NEW) else field
        for column, field in chosen.items()
    }


def _made(of: Import, column: str, kind: str, by: Any) -> str:
    if kind not in OFFERED:
        raise ValidationError(_("“%(said)s” is no kind of own field.") % {"said": kind})
    if not may_invent(by, of):
        raise Forbidden
    said = {"record_type": of.declared.record_type, "kind": kind, "label": column[:80]}
    if kind == Kind.CHOICE:
        said["choices"] = "\n".join(_choices(of, column))
    form = RESOURCES["fields"].form(said, by=by)
    if not form.is_valid():
        raise ValidationError([message for messages in form.errors.values() for message in messages])
    made: FieldDefinition = form.save(by=by)
    definitions_of.forget()
    return made.name


def _choices(of: Import, column: str) -> list[str]:
    """Every value of the column, in the order of the file."""
    found = dict.fromkeys(said for row in of.table.dicts() if (said := row[column].strip()))
    if len(found) > MOST_CHOICES:
        message = _("“%(column)s” has %(count)s different values; that is too many to choose from. Make it a text.")
        raise ValidationError(message % {"column": column, "count": len(found)})
    return list(found)


def _is_date(said: str) -> bool:
    try:
        read_date(said)
    except ValidationError:
        return False
    return True
