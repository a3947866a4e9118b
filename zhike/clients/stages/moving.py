"""The worker moves whoever meets an entry rule: in sets, each client at most once a run.

A client moves to the first stage, in order, that may follow its own, whose entry rule fits and is not held back, once
its own stage lets it go. The rule of the stage that it leaves is held back where it fits as well, so that no client is
sent to and fro: while nothing changes, it comes to rest after at most as many moves as there are stages. Where moving
itself changes what a rule asks (a playbook's to-dos, say), a stage takes a client in at most twice a day.
"""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from zhike.clients.models import Client
from zhike.clients.rules.fitting import company_day, condition
from zhike.clients.stages.checking import is_readable
from zhike.clients.stages.entering import Reason, enter
from zhike.clients.stages.models import Hold, Stage, Stay
from zhike.core.access.models import User
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.timeline.moment import moment

log = logging.getLogger(__name__)
BATCH = 500
TWICE = 1  # the second of two
A_DAY = timedelta(days=1)


def move_on(clients: Collection[int] | None = None, now: datetime | None = None) -> int:
    """One run over these clients, or over all; how many moved."""
    stages, now, moved = stages_in_order(), now or moment(), 0
    release(stages, clients, now)
    for stage in stages:
        while stage.entry and (some := _move_some(stage, stages, clients, now)):
            moved += some
    return moved


def stages_in_order() -> list[Stage]:
    """Those whose rules can be read; an unreadable one moves nobody."""
    found = list(Stage.objects.in_order().select_related("playbook__keeper").prefetch_related("next_stages"))
    for stage in found:
        if not is_readable(stage):
            log.warning("The rules of the stage %s cannot be read: nobody is moved by them", stage)
    return [stage for stage in found if is_readable(stage)]


def candidates(stage: Stage, stages: Collection[Stage], clients: Collection[int] | None = None) -> Any:
    """Clients that the stage's entry rule would move in now, were it the only one."""
    held = Hold.objects.filter(client=OuterRef("pk"), stage=stage)
    often = Stay.objects.filter(client=OuterRef("pk"), stage=stage, rule__isnull=False, entered_at__gt=Now() - A_DAY)
    found = Client.objects.standing().filter(_may_leave(stage, stages), ~Exists(held), ~Exists(often[TWICE:]))
    found = found if clients is None else found.filter(pk__in=clients)
    return found.filter(fit(stage))


def fit(stage: Stage) -> Q:
    """The entry rule, today."""
    rule = stage.entry_rule
    assert rule is not None
    return condition(rule, company_day())


def release(stages: Collection[Stage], clients: Collection[int] | None, now: datetime) -> None:
    """Let go what has been false once, or was held long enough."""
    holds = Hold.objects.all() if clients is None else Hold.objects.filter(client__in=clients)
    holds.filter(until__lte=now).delete()
    for stage in stages:
        if stage.entry:
            fitting = Client.objects.filter(fit(stage), pk=OuterRef("client_id"))
            holds.filter(~Exists(fitting), stage=stage).delete()


@again_on_deadlock
@transaction.atomic
def _move_some(stage: Stage, stages: list[Stage], clients: Collection[int] | None, now: datetime) -> int:
    waiting = candidates(stage, stages, clients).filter(Q(stage_since=None) | Q(stage_since__lt=now))
    waiting = waiting.select_related("stage__playbook").order_by("pk")
    found = list(waiting.select_for_update(of=("self",), no_key=True)[:BATCH])
    if found:
        _hold_what_they_leave(found, stages)
        enter(found, stage, Reason(User.objects.system(), rule=stage.entry), now)
    return len(found)


def _may_leave(stage: Stage, stages: Collection[Stage]) -> Q:
    """Clients without a stage, and those in one that this may follow and whose exit rule, if any, fits."""
    leaving = Q(stage=None)
    for former in stages:
        if former.pk != stage.pk and stage.pk in {one.pk for one in former.next_stages.all()}:
            rule = former.exit_rule
            leaving |= Q(stage=former) & (condition(rule, company_day()) if rule else Q())
    return leaving


def _hold_what_they_leave(clients: list[Client], stages: list[Stage]) -> None:
    for former in stages:
        ids = [client.pk for client in clients if client.stage_id == former.pk]
        if ids and former.entry:
            fitting = Client.objects.filter(fit(former), pk__in=ids).values_list("pk", flat=True)
            Hold.objects.bulk_create((Hold(client_id=pk, stage=former) for pk in fitting), ignore_conflicts=True)
