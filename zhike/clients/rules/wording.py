"""A rule as a sentence, in the reader's language."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, pgettext

from zhike.clients.rules.asks import PERIODS
from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.reading import Condition, Not, Rule
from zhike.core.base import money
from zhike.core.base.listing import listed
from zhike.core.ui.dates import day_words


def in_words(rule: Rule, inside: bool = False) -> str:
    """`Industry contains “medical” and (Size is … or Tags has “key”)`; 行业包含“医疗”，且…… in Chinese."""
    if isinstance(rule, Condition):
        return _condition(rule)
    if isinstance(rule, Not):
        return gettext("not (%(rule)s)") % {"rule": in_words(rule.inner)}
    link = pgettext("between conditions", " and ") if rule.every else pgettext("between conditions", " or ")
    said = link.join(in_words(part, inside=True) for part in rule.parts)
    return gettext("(%(rule)s)") % {"rule": said} if inside and len(rule.parts) > 1 else said


def _condition(rule: Condition) -> str:
    several = isinstance(rule.value, list) and len(rule.value) != 1
    says = str(rule.operator.label if several or not rule.operator.one else rule.operator.one)
    value = value_words(rule)
    told = {"field": rule.field.label, "says": says.replace("…", value), "value": value}
    if "…" in says or not value:
        return pgettext("condition", "%(field)s %(says)s") % told
    return pgettext("condition", "%(field)s %(says)s %(value)s") % told


def value_words(rule: Condition) -> str:
    """What the condition is asked with; empty when the operator says it all."""
    value = rule.value
    if rule.operator.name in ("empty", "filled"):
        return ""
    if rule.operator.name == "in":
        return str(dict(PERIODS)[value])
    if rule.operator.name == "between":
        return pgettext("between two ends", "%(least)s and %(most)s") % {
            "least": _one(rule, value[0]), "most": _one(rule, value[1]),
        }  # fmt: skip
    if rule.field.kind in (Kind.CHOICE, Kind.RECORD):
        offered = dict(rule.field.options())
        return listed(str(offered.get(one, one)) for one in value)
    return listed(_one(rule, one) for one in value) if isinstance(value, list) else _one(rule, value)


def _one(rule: Condition, value: Any) -> str:
    if isinstance(value, bool):
        return pgettext("answer", "Yes") if value else pgettext("answer", "No")
    if isinstance(value, date):
        return day_words(value, within=True)
    if isinstance(value, (int, Decimal)):
        return number_format(value.normalize() if isinstance(value, Decimal) else value, force_grouping=True)
    if isinstance(value, dict):
        return money.shown(Decimal(value["amount"]), value["currency"], get_language() or "en")
    if isinstance(value, models.Model):
        return str(value)
    return gettext("“%(text)s”") % {"text": value}
