"""The picture of what unclear requirements cost: hours worked again, by how unclear each was when it was heard."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.access.preferences import company
from zhike.core.lifecycle.policies import may_lead
from zhike.domains.projects.money import spent_in
from zhike.domains.requirements.rework.bands import BANDS, band, words_of
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.registry import Columns, Unit, Value, picture

HEARD_AS = "requirement__heard_ambiguity"


def rows_of(asked: Asked) -> list[dict[str, Any]]:
    """By band: how many requirements were heard, how many of them led to rework, its hours and its cost."""
    days = asked.stretch.said
    heard = asked.tally("requirements", band("heard_ambiguity"), created_at=days)
    rows = []
    for name in BANDS:
        found: Any = asked.found("rework", heard_as=name, hours__on=days)
        spent = spent_in(found.booked())
        rows.append({
            "words": words_of(name), "heard": heard.get(name, 0), "hours": spent.hours,
            "url": asked.address("requirements", heard_as=name, created_at=days),
            "rework_url": asked.address("rework", heard_as=name, hours__on=days),
            "again": found.order_by().values("requirement").distinct().count(), "cost": spent.cost or Decimal(0),
        })  # fmt: skip
    return rows


def beside(asked: Asked) -> dict[str, Any]:
    rows = rows_of(asked)
    for row in rows:
        row["cost"] = asked.reader.money(row["cost"], company().currency)
    return {"rows": rows, "sees": may_lead(asked.user)}


def filed(asked: Asked) -> Columns:
    """The same for the file; what it cost only for those who may see that."""
    rows = rows_of(asked)
    heads = {"heard": gettext("Requirements heard"), "again": gettext("Worked again for")}
    if may_lead(asked.user):
        heads["cost"] = gettext("Cost, %(currency)s") % {"currency": company().currency}
    return [(head, {row["words"]: row[name] for row in rows}) for name, head in heads.items()]


@picture(
    "rework",
    label=_("Rework, by how unclear the requirement was"),
    text=_("Booked hours that were worked again, by how much the words left open when they were heard."),
    along=pgettext_lazy("of a picture", "When heard"),
    unit=Unit.HOURS,
    more=beside,
    filed=filed,
)
def rework(asked: Asked) -> Iterator[Value]:
    days, minutes = asked.stretch.said, Coalesce(Sum("hours__minutes"), 0)
    found = asked.tally("rework", band(HEARD_AS), told=minutes, hours__on=days)
    for name in BANDS:
        hours = found.get(name, 0) / 60
        words: dict[str, Any] = {"heard_as": name, "hours__on": days, "totals": 1}
        yield asked.value(words_of(name), pgettext("time spent", "Worked again"), hours, "rework", **words)
