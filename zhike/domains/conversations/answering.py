"""By when a client's message wants an answer: a clock that runs while it waits.

The time is that of the client's tier, else the company's, in working hours.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_noop

from zhike.core.access.models import User
from zhike.core.access.preferences import company
from zhike.core.clock.models import Deadline
from zhike.domains.conversations.models import Conversation, State

ANSWER = gettext_noop("First answer")
TYPE = Conversation._meta.label_lower


def answer_time(client: Any) -> timedelta:
    """Working time within which this client, or somebody unknown (None), is answered. Reads `client.tier`."""
    hours = client.tier.answer_hours if client and client.tier_id else None
    return timedelta(hours=hours or company().answer_hours)


def keep_clocks(pks: Iterable[int]) -> None:
    """Bring the clocks of these conversations into line with what they are now. Done twice, nothing happens twice."""
    system = User.objects.system()
    running = {clock.record_id: clock for clock in _clocks(pks).open()}
    for said in Conversation.objects.filter(pk__in=pks).select_related("client__tier"):
        waits = said.state == State.WAITING and said.archived_at is None
        clock = running.get(said.pk)
        if waits and clock is None:
            Deadline.objects.start(said, ANSWER, by=system, allowed=answer_time(said.client), at=said.happened_at)
        elif clock and said.state == State.ANSWERED:
            clock.meet(by=system, at=max(said.answered_at, clock.started_at))
        elif clock and not waits:
            clock.cancel(by=system)


def bring_due(conversations: Iterable[Any]) -> list[Any]:
    """The same, each with `answer_due`: when its answer is due, or None. One query."""
    shown = list(conversations)
    due = dict(_clocks(one.pk for one in shown).open().values_list("record_id", "due_at"))
    for one in shown:
        one.answer_due = due.get(one.pk)
    return shown


def _clocks(pks: Iterable[int]) -> Any:
    return Deadline.objects.filter(record_type=TYPE, record_id__in=list(pks), name=ANSWER)
