"""Hours and money of a project beside those of a baseline."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.resources.reader import Reader
from zhike.domains.projects.baselines.freezing import Content
from zhike.domains.projects.choices import TaskState
from zhike.domains.projects.money import may_see_money, spent_on


def effort(content: Content, project: Any, tasks: Iterable[Any], reader: Reader) -> list[tuple[str, str]]:
    """(what, how much): hours of the baseline, of the plan now, and those booked; money for those who may see it."""
    spent = spent_on(project)
    now = sum((one.hours or Decimal(0) for one in tasks if one.state != TaskState.DROPPED), Decimal(0))
    then = sum((Decimal(one["hours"] or 0) for one in content["tasks"]), Decimal(0))
    facts = [
        (_("Hours in the baseline"), _hours(then)),
        (_("Hours in the plan now"), _hours(now)),
        (_("Hours booked"), _hours(spent.hours)),
    ]
    if not may_see_money(reader.user, project):
        return facts
    if content["budget"]:
        facts.append((_("Budget in the baseline"), reader.money(Decimal(content["budget"]), content["currency"])))
    if spent.cost:
        facts.append((_("Cost so far"), reader.money(spent.cost, spent.currency)))
    return facts


def _hours(number: Decimal) -> str:
    return _("%(hours)s h") % {"hours": f"{number:,.1f}".removesuffix(".0")}
