"""Rules of engagement: quiet hours and channels, rounds that were used, and now and then a rule that was not kept."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.utils import timezone

from zhike.agreements.forms import ClauseForm
from zhike.agreements.models import Clause
from zhike.core.timeline.moment import moment
from zhike.domains.conversations.models import Direction, Kind, State
from zhike.domains.conversations.workflows import log
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("engagement.txt")


def build(world: World) -> None:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, *said = cells(line)
        if kind in NOTE and said[0] in world.firms:
            day = world.today - timedelta(days=int(said[1]))
            then = world.moment(day, float(said[2])) if kind == "rang" else world.working_moment(day)
            world.plan(then, partial(NOTE[kind], world, said))


def _quiet(world: World, said: list[str]) -> None:
    key, _ago, side, number, since, until, weekdays, text, source, role, how = said
    hours = {"hours_from": since, "hours_until": until, "weekdays": weekdays.split()}
    _clause(world, key, role, hours | {
        "aspect": "quiet", "side": side, "number": number, "text": text, "source_text": source, "how": how,
    })  # fmt: skip


def _channels(world: World, said: list[str]) -> None:
    key, _ago, side, number, channels, text, source, role, how = said
    _clause(world, key, role, {
        "aspect": "rule", "side": side, "number": number, "channels": channels.split(), "text": text,
        "source_text": source, "how": how,
    })  # fmt: skip


def _clause(world: World, key: str, role: str, values: dict[str, Any]) -> None:
    owner, who = world.staff[world.firms[key].owner], world.contact(key, role)
    same = {"client": world.clients[key], "contact": who, "contact_agreed": who, "owner": owner}
    through(ClauseForm, same | {name: one for name, one in values.items() if one}, by=owner)


def _round(world: World, said: list[str]) -> None:
    """Asked for in a call, which used it."""
    key, _ago, number, role, text = said
    call = _log(world, key, role, {"kind": Kind.VIDEO, "direction": Direction.IN, "text": text, "minutes": 25})
    day, owner = timezone.localdate(moment()), world.staff[world.firms[key].owner]
    known = Clause.objects.in_force(day).filter(client=call.client, aspect="revisions", number=number)
    if clause := known.order_by("-pk").first():
        clause.use_round(by=owner, source=call, used_on=day)


def _asked(world: World, said: list[str]) -> None:
    key, _ago, role, subject, text = said
    values = {"kind": Kind.MAIL, "direction": Direction.OUT, "state": State.ASKED, "subject": subject, "text": text}
    _log(world, key, role, values)


def _rang(world: World, said: list[str]) -> None:
    key, _ago, _hour, role, text = said
    _log(world, key, role, {"kind": Kind.CALL, "direction": Direction.IN, "text": text, "minutes": 12})


def _log(world: World, key: str, role: str, values: dict[str, Any]) -> Any:
    owner, who = world.staff[world.firms[key].owner], world.contact(key, role)
    same = {"client": world.clients[key], "contacts": [who], "happened_at": moment()}
    said = log(by=owner, **same | values)
    world.conversations.append(said)
    return said


NOTE = {"quiet": _quiet, "channels": _channels, "round": _round, "asked": _asked, "rang": _rang}
