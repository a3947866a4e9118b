"""Decisions that were opened again once: brought up before the next contacts, at growing intervals, and counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from zhike.agreements import events
from zhike.agreements.choices import Verb
from zhike.agreements.models import Act, Decision, Recollection
from zhike.agreements.models.recollection import INTERVALS, next_step
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.record.family import family
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell

YEAR = 365


@dataclass(frozen=True)
class Due:
    """A decision to bring up, from `day` on; `last` is the last time, None before the first."""

    decision: Any
    day: date
    last: Recollection | None


@dataclass(frozen=True)
class Recall:
    """How often within a year a decision that was brought up was still known."""

    remembered: int
    asked: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.remembered / self.asked) if self.asked else None


def once_reopened(client: Any) -> list[Due]:
    """What holds and was once opened again or replaced, the soonest first. Two queries."""
    reopened = Act.objects.filter(entry=OuterRef("pk"), verb__in=(Verb.REOPENED, Verb.RENEGOTIATED))
    holding = Decision.objects.in_force(timezone.localdate()).filter(client__in=family(client))
    found = list(holding.filter(Exists(reopened) | Q(supersedes__isnull=False)).select_related("contact"))
    last = _last(found)
    dues = [Due(one, _day(one, last.get(one.pk)), last.get(one.pk)) for one in found]
    return sorted(dues, key=lambda due: (due.day, due.decision.pk))


def recollect(decision: Any, *, by: Any, remembered: bool) -> Recollection:
    """Note whether the client still knew; a second answer of the same day changes nothing. Raises Forbidden."""
    if not may_work(by):
        raise Forbidden
    with transaction.atomic():
        Decision.objects.select_for_update().get(pk=decision.pk)
        today, last = timezone.localdate(moment()), _last([decision]).get(decision.pk)
        if last and last.on == today:
            return last
        step = next_step(last.step if last else None, remembered)
        tell(events.REMEMBERED if remembered else events.FORGOTTEN, decision, by=by, facts={"name": str(decision)})
        return Recollection.objects.create(decision=decision, on=today, remembered=remembered, step=step, by=by)


def recall_of(client: Any) -> Recall:
    since = timezone.localdate() - timedelta(days=YEAR)
    asked = Recollection.objects.filter(decision__client__in=family(client), on__gte=since)
    told = asked.aggregate(asked=Count("pk"), remembered=Count("pk", filter=Q(remembered=True)))
    return Recall(told["remembered"], told["asked"])


def _last(decisions: Iterable[Any]) -> dict[int, Recollection]:
    asked = Recollection.objects.filter(decision__in=[one.pk for one in decisions])
    return {one.decision_id: one for one in asked.order_by("decision", "on")}


def _day(decision: Any, last: Recollection | None) -> date:
    if last:
        return last.again_on
    confirmed = timezone.localdate(decision.confirmed_at) if decision.confirmed_at else decision.state_on
    return confirmed + timedelta(days=INTERVALS[0])
