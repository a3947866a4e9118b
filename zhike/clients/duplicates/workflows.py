"""Deciding about a pair, short of merging it."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction

from zhike.clients.duplicates import events
from zhike.clients.duplicates.models import Pair, State
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.record.amending import told
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell


def tell_apart(pair: Pair, *, by: Any) -> Event:
    """They are not the same; the two are not proposed again. Raises Forbidden, WrongState."""
    return _decide(pair, events.TOLD_APART, by=by, state=State.APART)


def put_off(pair: Pair, *, by: Any, until: date) -> Event:
    """Out of the queue until that day. Raises Forbidden, WrongState."""
    return _decide(pair, events.PUT_OFF, by=by, state=State.LATER, until=until)


def ask_again(pair: Pair, *, by: Any) -> Event:
    """Back into the queue. Raises Forbidden, WrongState."""
    return _decide(pair, events.ASKED_AGAIN, by=by, state=State.OPEN)


def _decide(pair: Pair, kind: EventKind, *, by: Any, state: State, until: date | None = None) -> Event:
    if not may_work(by):
        raise Forbidden
    with transaction.atomic():
        pair.refresh_from_db(from_queryset=Pair.objects.select_for_update())
        if pair.state == state and pair.until == until:
            raise WrongState(pair.get_state_display())
        pair.state, pair.until, pair.decided_by = state, until, by
        pair.save(update_fields=["state", "until", "decided_by"])
        records = apps.get_model(pair.record_type)._base_manager.in_bulk([pair.record_id, pair.other_id])
        one, other = records[pair.record_id], records[pair.other_id]
        return tell(kind, one, by=by, facts={"name": str(one), "other": told(other)})
