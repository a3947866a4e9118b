"""By when a message wants an answer: a clock that runs while it waits, ours for theirs and theirs for ours.

For our answer the time is that of a confirmed clause, else that of the client's tier, else the company's, in working
hours. For theirs a clock runs only where a clause says so.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_noop

from zhike.agreements.choices import Side
from zhike.agreements.rules.clocks import THEIR_ANSWER, answer_rule, start_by_rule
from zhike.core.access.models import User
from zhike.core.access.preferences import company
from zhike.core.clock.models import Calendar, Deadline
from zhike.core.clock.working_time import add
from zhike.domains.conversations.models import Conversation, State

ANSWER = gettext_noop("First answer")
TYPE = Conversation._meta.label_lower
NAMES = {State.WAITING: ANSWER, State.ASKED: THEIR_ANSWER}


def answer_time(client: Any) -> timedelta:
    """Working time within which this client, or somebody unknown (None), is answered where no clause says otherwise.

    Reads `client.tier`.
    """
    hours = client.tier.answer_hours if client and client.tier_id else None
    return timedelta(hours=hours or company().answer_hours)


def answer_end(client: Any, at: datetime) -> datetime:
    """By when what this client (or None) asked at that moment is answered."""
    calendar = Calendar.objects.default().working(at.date())
    rule = answer_rule(client, Side.US, at)
    if rule is None:
        return add(calendar, at, answer_time(client))
    span: Any = rule.made
    end: datetime = span.end(calendar, at)
    return end


def keep_clocks(pks: Iterable[int]) -> None:
    """Bring the clocks of these conversations into line with what they are now. Done twice, nothing happens twice."""
    system = User.objects.system()
    running = {(clock.record_id, clock.name): clock for clock in _clocks(pks, *NAMES.values()).open()}
    for said in Conversation.objects.filter(pk__in=pks).select_related("client__tier"):
        runs = NAMES.get(State(said.state)) if said.archived_at is None else None
        if runs and (said.pk, runs) not in running:
            start_clock(said, runs, by=system)
        for name in NAMES.values():
            clock = running.get((said.pk, name))
            if clock and name != runs:
                _end(clock, said, system)


def start_clock(said: Any, name: str, *, by: Any) -> Deadline | None:
    """From the moment of the message; None for their answer where no clause says when it is due."""
    side, at = Side.US if name == ANSWER else Side.THEM, said.happened_at
    clock = start_by_rule(said, name, side=side, client=said.client, by=by, at=at)
    if clock is None and side == Side.US:
        clock = Deadline.objects.start(said, name, by=by, allowed=answer_time(said.client), at=at)
    return clock


def _end(clock: Any, said: Any, by: Any) -> None:
    if said.state == State.ANSWERED:
        clock.meet(by=by, at=max(said.answered_at, clock.started_at))
    else:
        clock.cancel(by=by)


def bring_due(conversations: Iterable[Any], name: str = ANSWER) -> list[Any]:
    """The same, each with `answer_due`: when its answer (ours, or that of this name) is due, or None. One query."""
    shown = list(conversations)
    due = dict(_clocks((one.pk for one in shown), name).open().values_list("record_id", "due_at"))
    for one in shown:
        one.answer_due = due.get(one.pk)
    return shown


def _clocks(pks: Iterable[int], *names: str) -> Any:
    return Deadline.objects.filter(record_type=TYPE, record_id__in=list(pks), name__in=names)
