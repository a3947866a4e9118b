"""Operators: what they ask for, and the condition in SQL that they make.

Conditions may be unknown (NULL); whoever puts them together takes unknown for false, also under `not`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib.postgres.fields import array
from django.db.models import Q
from django.db.models.functions import Lower
from django.db.models.lookups import (
    Exact,
    GreaterThanOrEqual,
    IContains,
    IExact,
    In,
    IsNull,
    IStartsWith,
    LessThan,
    LessThanOrEqual,
)  # fmt: skip
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules import asks, spans
from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.registry import RuleField

_LISTS: Any = array  # the stubs do not know its lookups
_SAME, _OVERLAP, _CONTAINS = _LISTS.ArrayExact, _LISTS.ArrayOverlap, _LISTS.ArrayContains
Compare = Callable[[RuleField, Any, date], Any]


@dataclass(frozen=True)
class Operator:
    """`label` stands in menus; `…` in it is where the value goes in a sentence, else it follows. `one` is said instead
    when a list has one value. `timely`: what it gives changes with the day."""

    name: str
    label: str | Promise
    ask: asks.Ask
    compare: Compare
    one: str | Promise = ""
    negated: bool = False
    timely: bool = False


def operators_of(field: RuleField) -> dict[str, Operator]:
    """By name, in the order of menus."""
    known = {**KNOWN, **BY_KIND[field.kind]}
    return {name: known[name] for name in field.asked_by}


def _plain(lookup: Any) -> Compare:
    return lambda field, value, today: lookup(field.stored(today), value)


def _any_word(field: RuleField, value: list[str], today: date) -> Any:
    return In(Lower(field.stored(today)), [word.lower() for word in value])


def _any_of(field: RuleField, value: list[Any], today: date) -> Any:
    return In(field.stored(today), value)


def _empty(field: RuleField, _value: Any, today: date) -> Q:
    unknown = Q(IsNull(field.stored(today), True))
    if field.kind == Kind.TAGS:
        return unknown | Q(_SAME(field.stored(today), []))
    return unknown | Q(Exact(field.stored(today), "")) if field.kind in (Kind.TEXT, Kind.CHOICE) else unknown


def _between(field: RuleField, value: list[Any], today: date) -> Q:
    return Q(GreaterThanOrEqual(field.stored(today), value[0])) & Q(LessThanOrEqual(field.stored(today), value[1]))


def _money(lookup: Any) -> Compare:
    """Amounts are compared within one currency; what stands in another does not fit."""

    def compare(field: RuleField, value: dict[str, str], today: date) -> Q:
        found = Q(lookup(field.stored(today), value["amount"]))
        return found if field.currency is None else found & Q(Exact(field.currency, value["currency"]))

    return compare


def _money_between(field: RuleField, value: list[dict[str, str]], today: date) -> Q:
    least, most = value
    return _money(GreaterThanOrEqual)(field, least, today) & _money(LessThanOrEqual)(field, most, today)


def _days(span: Callable[[Any, date], spans.Span]) -> Compare:
    def compare(field: RuleField, value: Any, today: date) -> Q:
        since, until = span(value, today)
        after = Q(GreaterThanOrEqual(field.stored(today), _edge(field, since))) if since else Q()
        return after & Q(LessThan(field.stored(today), _edge(field, until))) if until else after

    return compare


def _edge(field: RuleField, day: date) -> date | datetime:
    """A day begins at midnight of the company's zone."""
    if field.kind == Kind.DAY:
        return day
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def _link(field: RuleField, value: Any, today: date) -> Any:
    return Exact(field.stored(today), value.pk)


def _by_name(*operators: Operator) -> dict[str, Operator]:
    return {one.name: one for one in operators}


KNOWN = _by_name(
    Operator("empty", _("is empty"), asks.nothing, _empty),
    Operator("filled", _("has a value"), asks.nothing, _empty, negated=True),
)
_TEXTS = _by_name(
    Operator("holds", _("contains"), asks.text, _plain(IContains)),
    Operator("holds_not", _("does not contain"), asks.text, _plain(IContains), negated=True),
    Operator("is", _("is"), asks.text, _plain(IExact)),
    Operator("is_not", _("is not"), asks.text, _plain(IExact), negated=True),
    Operator("begins", _("begins with"), asks.text, _plain(IStartsWith)),
    Operator("any_of", _("is any of"), asks.words, _any_word, one=_("is")),
)


def _amounts(ask: asks.Ask, make: Callable[[Any], Compare], between: Compare) -> dict[str, Operator]:
    return _by_name(
        Operator("at_least", _("is at least"), ask, make(GreaterThanOrEqual)),
        Operator("at_most", _("is at most"), ask, make(LessThanOrEqual)),
        Operator("between", _("is between"), asks.pair(ask), between),
        Operator("is", _("is exactly"), ask, make(Exact)),
    )


_DAYS = _by_name(
    Operator("last_days", _("is in the last … days"), asks.days, _days(spans.last_days), timely=True),
    Operator("over_days", _("is more than … days ago"), asks.days, _days(spans.over_days), timely=True),
    Operator("next_days", _("is in the next … days"), asks.days, _days(spans.next_days), timely=True),
    Operator("in", _("is in"), asks.period, _days(spans.within), timely=True),
    Operator("on", _("is on"), asks.day, _days(spans.on)),
    Operator("since", _("is on or after"), asks.day, _days(spans.since)),
    Operator("before", _("is before"), asks.day, _days(spans.before)),
    Operator("between", _("is between"), asks.pair(asks.day), _days(spans.between)),
)
_OPTIONS = _by_name(
    Operator("any_of", _("is any of"), asks.options, _any_of, one=_("is")),
    Operator("none_of", _("is none of"), asks.options, _any_of, one=_("is not"), negated=True),
)
BY_KIND: dict[Kind, dict[str, Operator]] = {
    Kind.TEXT: _TEXTS,
    Kind.NUMBER: _amounts(asks.number, _plain, _between),
    Kind.MONEY: _amounts(asks.money, _money, _money_between),
    Kind.DAY: _DAYS,
    Kind.MOMENT: _DAYS,
    Kind.CHOICE: _OPTIONS,
    Kind.RECORD: _OPTIONS,
    Kind.TAGS: _by_name(
        Operator("any_of", _("has any of"), asks.tags, _plain(_OVERLAP), one=_("has")),
        Operator("all_of", _("has all of"), asks.tags, _plain(_CONTAINS), one=_("has")),
        Operator("none_of", _("has none of"), asks.tags, _plain(_OVERLAP), one=_("lacks"), negated=True),
    ),
    Kind.BOOLEAN: _by_name(Operator("is", _("is"), asks.yes_no, _plain(Exact))),
    Kind.LINK: _by_name(
        Operator("is", _("is"), asks.link, _link), Operator("is_not", _("is not"), asks.link, _link, negated=True)
    ),
}
