"""A promise beyond the scope, which waits for an approval before the client hears of it."""

from datetime import timedelta
from functools import partial

from zhike.agreements.forms import PromiseForm
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

FIRM, TEXT = "qingchuan", "下周三前我们把医保接口的开发也做完"  # its contract leaves this out
WHY = "信息中心催得急，对接时顺手能做一半；想先跟您确认能不能答应"


def build(world: World) -> None:
    world.plan(world.lately() - timedelta(hours=4), partial(_promise, world))


def _promise(world: World) -> None:
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    promise = through(PromiseForm, {
        "client": world.clients[FIRM], "contact": contact, "person": by, "owner": by, "side": "us", "text": TEXT,
        "due_on": world.working_day(world.today + timedelta(days=6)),
    }, by=by)  # fmt: skip
    if promise.held_for:
        promise.ask_approval(by=by, reason=WHY)
