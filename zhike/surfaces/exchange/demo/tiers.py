"""Three tiers, brought in a few months ago; one client in a higher one by hand, and one that is asked for."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from zhike.clients.tiers.forms import TierForm
from zhike.clients.tiers.moving import refresh
from zhike.clients.tiers.overriding import ask_for_tier
from zhike.core.approval.models import Delegation
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

TIERS: tuple[dict[str, Any], ...] = (
    {
        "name": "Key · 重点客户", "mark": "A", "position": 1, "signal": "accent",
        "rule": {"field": "tags", "any_of": ["重点", "key"]},
        "contact_days": 10, "answer_hours": 4, "review_months": 3, "named_owner": True, "priority": 1,
        "services": "Two designers who know them · 两位熟悉的设计师\nPlan of the year · 每年一起定年度计划",
    },
    {
        "name": "Growing · 成长客户", "mark": "B", "position": 2, "signal": "good",
        "rule": {"field": "size", "any_of": ["250-999", "1000+"]},
        "contact_days": 30, "answer_hours": 8, "review_months": 6, "named_owner": True, "priority": 2,
    },
    {
        "name": "Standard · 普通客户", "mark": "C", "position": 3, "signal": "outline",
        "rule": {"field": "name", "filled": True}, "contact_days": 60, "answer_hours": 16, "priority": 2,
    },
)  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """`ago` is how many days ago it was asked; `answer` what Mona said the day after, nothing while it waits."""

    client: str
    by: str
    tier: int
    reason: str
    ago: int
    days: int | None = None
    answer: str = ""


WISHES = (
    Wish(
        "chenghu", "omar", 1, "春茶季前换全线包装，今年的量是去年的三倍；先按成长客户照顾到茶季结束。",
        ago=40, days=150, answer="同意，茶季后再看。",
    ),
    Wish("mubai", "lena", 0, "双十一后追加了三个项目，要专人每两周跟进。", ago=1),
)  # fmt: skip


def build(world: World) -> None:
    begun = world.working_moment(world.today - timedelta(days=95))
    world.plan(begun, partial(_bring_in, world))
    for wish in WISHES:
        if wish.client in world.firms:
            asked = world.working_moment(world.today - timedelta(days=wish.ago))
            world.plan(asked, partial(_ask, world, wish))
    world.plan(world.working_moment(world.today - timedelta(days=2)), partial(_delegate, world))


def _bring_in(world: World) -> None:
    for values in TIERS:
        world.tiers.append(through(TierForm, values, by=world.staff["ada"]))
    refresh([client.pk for client in world.clients.values()])


def _ask(world: World, wish: Wish) -> None:
    until = world.today + timedelta(days=wish.days) if wish.days else None
    said = {"tier": world.tiers[wish.tier], "reason": wish.reason, "until": until}
    approval = ask_for_tier(world.clients[wish.client], by=world.staff[wish.by], **said)
    if wish.answer:
        next_day = world.working_moment(world.today - timedelta(days=wish.ago - 1))
        world.plan(next_day, lambda: approval.approve(by=world.staff["mona"], reason=wish.answer))


def _delegate(world: World) -> None:
    """Mona is away in two weeks; Ada decides for her."""
    since = world.working_day(world.today + timedelta(days=14))
    days: dict[str, Any] = {"since": since, "until": since + timedelta(days=4), "note": "Away · 休假"}
    mona = world.staff["mona"]
    Delegation.objects.add(by=mona, person=mona, deputy=world.staff["ada"], **days)
