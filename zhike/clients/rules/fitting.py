"""Which clients a rule fits: one condition in SQL, however deep the rule."""

from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, Func, Q, QuerySet
from django.utils import timezone

from zhike.clients.rules.reading import Condition, Not, Rule


class IsTrue(Func):
    """Two-valued: what is unknown is not true."""

    template, output_field = "((%(expressions)s) is true)", BooleanField()


class IsNotTrue(Func):
    template, output_field = "((%(expressions)s) is not true)", BooleanField()


def company_day() -> date:
    """Today in the company's zone: rules mean the same for everyone."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def fits(rule: Rule, clients: QuerySet[Any], today: date | None = None) -> QuerySet[Any]:
    """Those of the clients whom the rule fits. Who may see them is the caller's matter."""
    return clients.filter(condition(rule, today or company_day()))


def matches(rule: Rule, client: Any, today: date | None = None) -> bool:
    """Whether the rule fits the client as it stands in the database."""
    return fits(rule, type(client)._base_manager.filter(pk=client.pk), today).exists()


def condition(rule: Rule, today: date, *, negated: bool = False) -> Q:
    """The rule as a condition on clients. `not` is carried down to the single conditions, so that those which are
    asked as they stand can be looked up in an index."""
    if isinstance(rule, Not):
        return condition(rule.inner, today, negated=not negated)
    if isinstance(rule, Condition):
        return _single(rule, today, negated)
    join = and_ if rule.every != negated else or_
    return reduce(join, (condition(part, today, negated=negated) for part in rule.parts))


def _single(rule: Condition, today: date, negated: bool) -> Q:
    asked = rule.operator.compare(rule.field, rule.value, today)
    asked = asked if isinstance(asked, Q) else Q(asked)
    return Q(IsNotTrue(asked)) if rule.operator.negated != negated else asked


def truth(rule: Condition, today: date) -> Any:
    """Whether a single condition holds, as an expression that is true or false."""
    return IsTrue(_single(rule, today, negated=False))
