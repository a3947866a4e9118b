"""What a record's field holds, as a plain value: of a choice its word, of a link the record's name and reference."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from html import unescape
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import pgettext

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.record.fields import CurrencyField
from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.surfaces.exchange.targets import choices_by_word

Value = Callable[[Any], Any]
APART = "; "
_TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True)
class Link:
    """`reference` is empty where the name has to do. `whole` is the name in full, where `name` is a short one."""

    name: str
    reference: str = ""
    whole: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.reference})" if self.reference else self.name


def of_field(field: Any, asked: Any, reader: Reader) -> Value:
    """Of a field of the model. `asked` is the form's field, which knows the words of its choices, or None."""
    name = field.attname
    if field.is_relation and field.related_model._meta.label_lower == "access.user":
        return lambda record: reader.people.get(getattr(record, name), "")
    if field.many_to_many:
        return lambda record: [_link(one) for one in getattr(record, field.name).all()]
    if field.is_relation:
        return lambda record: _link(getattr(record, field.name))
    words = _words(asked) if asked is not None else dict(field.choices or ())
    if words:
        return lambda record: _in_words(getattr(record, name), words)
    return lambda record: getattr(record, name)


def _in_words(held: Any, words: dict[Any, Any]) -> Any:
    """A choice as people call it, or each of several."""
    return [words.get(one, one) for one in held] if isinstance(held, list) else words.get(held, held)


def of_own_field(definition: FieldDefinition) -> Value:
    read = _OWN.get(Kind(definition.kind), lambda value: value)

    def value(record: Any) -> Any:
        held = record.custom.get(definition.key)
        return None if held in (None, "", []) else read(held)

    return value


def of_column(column: Column, reader: Reader) -> Value:
    """Of a column that is reckoned: the words that the list shows."""
    return lambda record: _words_of(str(column.cell(record, reader)))


@lru_cache(maxsize=4_096)
def _words_of(cell: str) -> str:
    """What a reader of the cell sees. Our own cells are well-formed: their texts are escaped, their signs quoted."""
    plain = unescape(_TAG.sub("", cell)) if "<" in cell or "&" in cell else cell
    return " ".join(plain.split()).replace("—", "")


def text(value: Any) -> str:
    """As a cell of a file holds it, and as the import reads it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return pgettext("answer", "Yes") if value else pgettext("answer", "No")
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case list() | tuple():
            return APART.join(map(text, value))
    return str(value)


def moment(value: datetime) -> str:
    """In the reader's zone, which is told: whole minutes without seconds, all else to its last digit."""
    whole = not (value.second or value.microsecond)
    return timezone.localtime(value).isoformat(sep=" ", timespec="minutes" if whole else "auto")


def _link(record: Any) -> Link | None:
    return None if record is None else Link(str(record), record.reference, getattr(record, "name", ""))


def _words(asked: Any) -> dict[str, str]:
    """The word of each choice that the import reads back as this choice."""
    if not isinstance(asked, forms.ChoiceField) or isinstance(asked, (forms.ModelChoiceField, CurrencyField)):
        return {}
    back, offered = choices_by_word(asked), cast("Any", asked.choices)
    pairs = [(str(value), str(word)) for value, word in offered if value]
    return {value: word for value, word in pairs if back.get(word.casefold()) == value}


def _number(held: Any) -> Decimal:
    return Decimal(str(held))


_OWN: dict[Kind, Callable[[Any], Any]] = {
    Kind.NUMBER: _number,
    Kind.MONEY: lambda held: f"{held['amount']} {held['currency']}",
    Kind.DATE: date.fromisoformat,
    Kind.PERSON: lambda held: held["text"],
    Kind.LINK: lambda held: held["text"],
}
