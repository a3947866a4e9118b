"""Clocks that run by a clause: our answers by our working time, theirs by the working days of their country."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_noop

from zhike.agreements.choices import UNSETTLED, Side, Verb
from zhike.agreements.models import Act, Readback
from zhike.agreements.rules.calendars import theirs
from zhike.agreements.rules.compiling import Rule
from zhike.agreements.rules.in_force import day_of, rules_of
from zhike.agreements.rules.models import ClauseClock
from zhike.agreements.rules.span import Span
from zhike.core.access.models import User
from zhike.core.clock.models import Calendar, Deadline

THEIR_ANSWER = gettext_noop("Their answer")
ASKED = (Verb.QUESTIONED, Verb.CORRECTED)


def answer_rule(client: Any, side: str, at: datetime) -> Rule | None:
    """The rule by which this side answers what was asked at that moment; None where nothing was agreed."""
    if client is None:
        return None
    day = day_of(at)
    calendar = Calendar.objects.default().working(day) if side == Side.US else theirs(client, day)
    return rules_of(client, day).answer(side, calendar, at)


def start_by_rule(record: Any, name: str, *, side: str, client: Any, by: Any, at: datetime) -> Deadline | None:
    """Start the clock that the clause in force at that moment asks for; None where nothing was agreed.

    Raises AlreadyRunning.
    """
    rule = answer_rule(client, side, at)
    if rule is None:
        return None
    with transaction.atomic():
        clock = Deadline.objects.start(record, name, by=by, client=client, at=at, **_end(rule, side, client, at))
        ClauseClock.objects.create(deadline=clock, clause=rule.clause)
    return clock


def _end(rule: Rule, side: str, client: Any, at: datetime) -> dict[str, Any]:
    """As `Deadline.objects.start` takes it. The end of theirs is a moment, since the clock itself counts our time."""
    span: Any = rule.made
    assert isinstance(span, Span)
    if side == Side.THEM:
        return {"due_at": span.end(theirs(client, day_of(at)), at)}
    if span.days is not None:
        return {"days": span.days}
    return {"allowed": span.hours} if span.hours else {"due_at": span.end(_ours(at), at)}


def _ours(at: datetime) -> Any:
    return Calendar.objects.default().working(day_of(at))


def keep_readback_clocks(pks: Iterable[int]) -> None:
    """While something in a read-back waits for the client's word, their clock runs. Twice changes nothing."""
    system, kind = User.objects.system(), Readback._meta.label_lower
    clocks = Deadline.objects.filter(record_type=kind, record_id__in=list(pks), name=THEIR_ANSWER)
    started = {clock.record_id: clock for clock in clocks.order_by("pk")}
    for readback in Readback.objects.filter(pk__in=pks).select_related("client"):
        clock = started.get(readback.pk)
        left = readback.archived_at is None and _unanswered(readback)
        if left and clock is None:
            start_by_rule(
                readback, THEIR_ANSWER, side=Side.THEM, client=readback.client, by=system, at=readback.created_at
            )
        elif clock and clock.is_open and readback.archived_at:
            clock.cancel(by=system)
        elif clock and clock.is_open and not left:
            clock.meet(by=system)


def _unanswered(readback: Any) -> bool:
    """Whether something in it has neither been settled since, nor asked about."""
    said = Act.objects.filter(entry=OuterRef("pk"), verb__in=ASKED, recorded_at__gt=readback.created_at)
    return bool(readback.entries.filter(~Exists(said), state__in=UNSETTLED).exists())
