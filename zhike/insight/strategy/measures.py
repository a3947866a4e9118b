"""The figures that a goal may follow. Each is a share or a median over lists which the reader may open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.stages.models import Kind, Stage
from zhike.core.access.areas import area_is_on
from zhike.domains.conversations.answer_times import MEDIAN, quantile, times
from zhike.insight.analytics.asked import Asked
from zhike.insight.strategy.choices import Better

LATELY, YEAR = 90, 365  # days


@dataclass(frozen=True)
class Actual:
    """`number` is None where there is nothing to count; `of` is how many records stand behind it, `url` their list."""

    number: float | Decimal | None
    of: int
    url: str


@dataclass(frozen=True)
class Measure:
    """`unit` is percent, hours or money; `better` which way is good; `area` the one without which it says nothing."""

    name: str
    label: str | Promise
    unit: str
    better: Better
    now: Callable[[Asked], Actual]
    area: str = ""


def _lately(asked: Asked, days: int = LATELY) -> str:
    """So many days, of which today is the last."""
    return f"{asked.reader.today - timedelta(days=days - 1)}..{asked.reader.today}"


def _share(asked: Asked, resource: str, part: dict[str, Any], whole: dict[str, Any]) -> Actual:
    count, of = asked.found(resource, **part).count(), asked.found(resource, **whole).count()
    return Actual(100 * count / of if of else None, of, asked.address(resource, **part))


def _kept(asked: Asked) -> Actual:
    settled = {"side": "us", "state": ["kept", "broken"], "state_on": _lately(asked)}
    return _share(asked, "promises", settled | {"state": "kept"}, settled)


def _answered_in_time(asked: Asked) -> Actual:
    answered = {"answer": ["in_time", "late"], "answered_at": _lately(asked)}
    return _share(asked, "conversations", answered | {"answer": "in_time"}, answered)


def _answer_hours(asked: Asked) -> Actual:
    words = {"answered_at": _lately(asked)}
    took = times(asked.found("conversations", **words))
    return Actual(quantile(took, MEDIAN), len(took), asked.address("conversations", **words))


def _planned(asked: Asked) -> Actual:
    return _share(asked, "clients", {"plan": "yes"}, {})


def _short_of_tier(asked: Asked) -> Actual:
    return _share(asked, "clients", {"short": "contact"}, {})


def _at_risk(asked: Asked) -> Actual:
    stages = list(Stage.objects.standing().filter(kind=Kind.AT_RISK).values_list("pk", flat=True))
    return _share(asked, "clients", {"stage": stages or [0]}, {})


def _bought(asked: Asked) -> Actual:
    words = {"happened_on": _lately(asked, YEAR), "totals": 1}
    found = asked.found("purchases", **words)
    total = found.order_by().aggregate(sum=Sum("amount_home"))["sum"]
    return Actual(total, found.count(), asked.address("purchases", **words))


PERCENT, HOURS, MONEY = "percent", "hours", "money"
MEASURES: dict[str, Measure] = {
    one.name: one
    for one in (
        Measure("kept", _("Promises kept, of those settled in 90 days"), PERCENT, Better.AT_LEAST, _kept),
        Measure("in_time", _("Messages answered in time, in 90 days"), PERCENT, Better.AT_LEAST, _answered_in_time),
        Measure("answer_hours", _("Working hours until an answer, half within"), HOURS, Better.AT_MOST, _answer_hours),
        Measure("planned", _("Clients with a contact plan"), PERCENT, Better.AT_LEAST, _planned, "plans"),
        Measure("short", _("Clients not spoken with in time"), PERCENT, Better.AT_MOST, _short_of_tier, "tiers"),
        Measure("at_risk", _("Clients in a stage of churn warning"), PERCENT, Better.AT_MOST, _at_risk, "stages"),
        Measure("bought", _("Bought within a year"), MONEY, Better.AT_LEAST, _bought, "purchases"),
    )
}


def measured(name: str, asked: Asked) -> Actual | None:
    """None for what nobody measures, and for a figure of an area that is switched off."""
    measure = MEASURES.get(name)
    return measure.now(asked) if measure and (not measure.area or area_is_on(measure.area)) else None
