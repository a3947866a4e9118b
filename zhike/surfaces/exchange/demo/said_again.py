"""What clients said otherwise than they had decided, what they asked twice, and whether they still knew."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from zhike.agreements.models import Decision
from zhike.agreements.remembering import recollect
from zhike.core.timeline.moment import moment
from zhike.domains.conversations.recalling import hours
from zhike.domains.conversations.workflows import log
from zhike.surfaces.exchange.demo.roster import cells
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("said_again.txt")


def build(world: World) -> None:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, client, *said = cells(line)
        if kind in DONE and client in world.firms:
            day = world.working_day_before(world.today - timedelta(days=int(said[0])))
            world.plan(world.moment(day, 15.2), partial(DONE[kind], world, client, *said[1:]))


def _say(world: World, key: str, kind: str, role: str, text: str, choice: str, cost: str) -> None:
    contact, by = world.contact(key, role), world.staff[world.firms[key].owner]
    said = log(
        by=by, client=world.clients[key], kind=kind, direction="in", text=text, contacts=[contact],
        happened_at=moment(),
    )  # fmt: skip
    for row in said.recalled.against() if choice else ():
        row.choose(choice, by=by, hours=hours(cost))


def _confirm(world: World, key: str, first_words: str, role: str, how: str) -> None:
    by, contact = world.staff[world.firms[key].owner], world.contact(key, role)
    _decision(world, key, first_words).confirm(by=by, contact=contact, how=how)


def _recollect(world: World, key: str, first_words: str, answer: str) -> None:
    by = world.staff[world.firms[key].owner]
    recollect(_decision(world, key, first_words), by=by, remembered=answer == "yes")


def _decision(world: World, key: str, first_words: str) -> Any:
    return Decision.objects.open().get(client=world.clients[key], text__startswith=first_words)


DONE: dict[str, Callable[..., None]] = {"say": _say, "confirm": _confirm, "recollect": _recollect}
