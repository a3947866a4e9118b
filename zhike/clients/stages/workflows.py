"""A person moves a client to a stage."""

from datetime import timedelta
from typing import Any

from zhike.clients.models import Client
from zhike.clients.rules.explaining import explain
from zhike.clients.stages.checking import is_readable, objections
from zhike.clients.stages.entering import Reason, enter
from zhike.clients.stages.errors import AlreadyThere, MoveRefused, ReasonMissing
from zhike.clients.stages.models import Hold, Stage
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.lifecycle.verbs import again_on_deadlock, holding
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment

HELD_FOR = timedelta(days=30)


@again_on_deadlock
def move(client: Client, stage: Stage, *, by: Any, why: str = "", override: bool = False) -> Event:
    """Rules which would undo it are held back until they have been false once, or for `HELD_FOR`.

    `override` is a manager's, with a reason. Raises Forbidden, WrongState, AlreadyThere, MoveRefused, ReasonMissing.
    """
    with holding(client, by=by, may=may_lead if override else may_work):
        if client.archived_at or stage.archived_at:
            raise WrongState(client if client.archived_at else stage)
        if client.stage_id == stage.pk:
            raise AlreadyThere
        against = objections(client, stage)
        if against and not override:
            raise MoveRefused(client, stage, against)
        if override and not why.strip():
            raise ReasonMissing
        _hold_back(client, stage)
        (told,) = enter([client], stage, Reason(by, why.strip(), overrode=bool(against)), moment())
    return told


def _hold_back(client: Client, stage: Stage) -> None:
    """Every other rule that fits now: it would move the client away again."""
    others = [one for one in Stage.objects.in_order().exclude(pk=stage.pk) if one.entry and is_readable(one)]
    held = [one for one in others if explain(one.entry_rule, client).holds]  # type: ignore[arg-type]
    Hold.objects.filter(client=client).delete()
    Hold.objects.bulk_create(Hold(client=client, stage=one, until=moment() + HELD_FOR) for one in held)
