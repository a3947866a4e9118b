"""The fields that rules may ask: those of the areas, and the company's own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Expression, ExpressionWrapper, F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.clients.rules.kinds import OPERATORS, STORED, Kind

Options = Callable[[], Iterable[tuple[Any, str | Promise]]]
OF_THE_CLIENT = _("Client")


def _none() -> Sequence[tuple[Any, str]]:
    return ()


@dataclass(frozen=True, kw_only=True)
class RuleField:
    """What a rule may ask of a client.

    `value` is a column of the client or an expression over it (`Subquery` with `OuterRef("pk")` for what stands
    elsewhere), or a function that gives the expression for a day. `options` are (value, words) for CHOICE and RECORD,
    `links_to` the record type for LINK. `currency` is the expression of an amount's currency, None when amounts are in
    the company's. `columns` are the fields of the client and `records` the record types whose events may change the
    value: with them the clients to ask again are found. `operators` narrows those of the kind; `group` stands above it
    in menus.
    """

    name: str
    label: str | Promise
    kind: Kind
    value: str | Expression | Any
    options: Options = _none
    links_to: str = ""
    currency: Any = None
    columns: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    group: str | Promise = OF_THE_CLIENT

    def stored(self, today: date) -> Any:
        """The value as it stands that day, typed, to be compared in SQL."""
        value = self.value(today) if callable(self.value) else self.value
        if isinstance(value, str) and self.kind != Kind.RECORD:
            column: Any = Client._meta.get_field(value)
            return ExpressionWrapper(F(value), output_field=column)
        return ExpressionWrapper(F(value) if isinstance(value, str) else value, output_field=STORED[self.kind])

    @property
    def timely(self) -> bool:
        """Whether the value changes with the day alone."""
        return callable(self.value)

    @property
    def coerce(self) -> Callable[[Any], Any]:
        return int if self.kind == Kind.RECORD else str

    @property
    def asked_by(self) -> tuple[str, ...]:
        """The names of its operators."""
        return self.operators or OPERATORS[self.kind]


FIELDS: dict[str, RuleField] = {}


def declare(*fields: RuleField) -> None:
    """Make fields known, in the order of menus. A name taken twice is an error."""
    for field in fields:
        if field.name in FIELDS:
            raise ValueError(f"the rule field {field.name!r} is declared twice")
        FIELDS[field.name] = field


def all_fields() -> dict[str, RuleField]:
    """Declared fields, then the company's own."""
    from zhike.clients.rules.own_fields import own_fields

    return FIELDS | {field.name: field for field in own_fields()}


def field_called(name: Any) -> RuleField | None:
    """One field, or None; own fields are asked for only when needed."""
    if isinstance(name, str) and name.startswith("own_"):
        return all_fields().get(name)
    return FIELDS.get(name) if isinstance(name, str) else None
