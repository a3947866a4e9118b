"""Many clients enter one stage: their stays, their playbooks, their events, in a constant number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhike.clients.models import Client
from zhike.clients.playbooks.models import Run
from zhike.clients.playbooks.workflows import start_many, stop_many
from zhike.clients.stages import events
from zhike.clients.stages.models import Hold, Stage, Stay
from zhike.core.base.languages import in_each
from zhike.core.record.amending import told
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import event_of, tell_many

BY_STAGE = "stage:"


@dataclass(frozen=True)
class Reason:
    """By whom and why; `rule`: the entry rule that the worker found to hold; `overrode`: the rules spoke against it."""

    by: Any
    why: str = ""
    rule: dict[str, Any] | None = None
    overrode: bool = False


def enter(clients: Sequence[Client], stage: Stage, reason: Reason, now: datetime) -> list[Event]:
    """Inside a transaction which holds the clients; each has its former stage joined."""
    ids = [client.pk for client in clients]
    Stay.objects.filter(client__in=ids, left_at=None).update(left_at=now)
    Stay.objects.bulk_create(
        Stay(
            client=client, stage=stage, entered_at=now, by=reason.by, rule=reason.rule, overrode=reason.overrode,
            why=reason.why,
        )
        for client in clients
    )  # fmt: skip
    Hold.objects.filter(client__in=ids, stage=stage).delete()
    facts = [_facts(client, stage, reason, now) for client in clients]
    Client.objects.filter(pk__in=ids).update(stage=stage, stage_since=now)
    kind = events.MET if reason.rule else events.ENTERED
    entered = tell_many(
        event_of(kind, client, by=reason.by, facts=said) for client, said in zip(clients, facts, strict=True)
    )
    _change_playbooks(clients, stage, reason, now)
    for client in clients:
        client.stage, client.stage_since = stage, now
    return entered


def _facts(client: Client, stage: Stage, reason: Reason, now: datetime) -> dict[str, Any]:
    """`days` is how long it stood in the former stage."""
    days = (now - client.stage_since).days if client.stage_since else None
    named = told(stage) | {"words": in_each(lambda: stage)}
    said = {"stage": named, "from": told(client.stage), "why": reason.why, "rule": reason.rule, "days": days}
    return said | {"overrode": True} if reason.overrode else said


def _change_playbooks(clients: Sequence[Client], stage: Stage, reason: Reason, now: datetime) -> None:
    left = {client.stage.playbook_id: client.stage.playbook for client in clients if client.stage}
    for playbook in left.values():
        if playbook and playbook.withdraws and playbook.pk != stage.playbook_id:
            gone = [client.pk for client in clients if client.stage and client.stage.playbook_id == playbook.pk]
            runs = Run.objects.filter(playbook=playbook, client__in=gone, occasion__startswith=BY_STAGE)
            stop_many(runs, by=reason.by, why=str(stage))
    if stage.playbook and stage.playbook.archived_at is None:
        occasion = f"{BY_STAGE}{stage.pk}:{now.isoformat(timespec='seconds')}"
        start_many(stage.playbook, [client.pk for client in clients], by=reason.by, occasion=occasion)
