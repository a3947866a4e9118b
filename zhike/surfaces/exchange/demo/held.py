"""Promises beyond the scope: one waits for an approval before the client hears of it, one from a meeting has it."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.agreements.forms import PromiseForm
from zhike.core.approval.models import Approval
from zhike.core.timeline.moment import moment
from zhike.domains.meetings.workflows import close_and_ask, plan
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

FIRM, TEXT = "qingchuan", "下周三前我们把医保接口的开发也做完"  # its contract leaves this out
TITLE, SAID = "医保对接碰头会", "医保接口的开发由我们派人到院协助两天"
YES = "只支持两天，工时记在维护里"
WHY = "信息中心催得急，对接时顺手能做一半；想先跟您确认能不能答应"


def build(world: World) -> None:
    world.plan(world.lately() - timedelta(hours=4), partial(_promise, world))
    day = world.working_day_before(world.today - timedelta(days=3))
    world.plan(world.moment(day, 14.5), partial(_at_a_meeting, world))


def _promise(world: World) -> None:
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    promise = through(PromiseForm, {
        "client": world.clients[FIRM], "contact": contact, "person": by, "owner": by, "side": "us", "text": TEXT,
        "due_on": world.working_day(world.today + timedelta(days=6)),
    }, by=by)  # fmt: skip
    if promise.held_for:
        promise.ask_approval(by=by, reason=WHY)


def _at_a_meeting(world: World) -> None:
    """Said there, asked about when the minutes were closed; approved the same day, it is read back by itself."""
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    client = world.clients[FIRM]
    meeting = plan(
        by=by, client=client, title=TITLE, kind="progress", starts_at=moment(), minutes=45, lead=by, staff=[by],
        contacts=[contact],
    )  # fmt: skip
    meeting.hold(by=by)
    due = world.working_day(world.today + timedelta(days=8))
    meeting.note(by=by, key="support", kind="promise", side="us", text=SAID, person=by, due_on=due)
    close_and_ask(meeting, by=by, contacts=[contact], send=bool(contact.emails))
    for approval in Approval.objects.waiting().filter(about=SAID):
        world.plan(moment() + timedelta(hours=2), partial(_approve, approval))


def _approve(approval: Any) -> None:
    approval.approve(by=approval.seats.first().person, reason=YES)
