"""How often the studio speaks with whom: most clients have a plan, some two, a few none; a chat; who is away."""

from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from zhike.clients.plans.forms import PlanForm
from zhike.clients.plans.models import Plan
from zhike.domains.conversations.chat_text import parse
from zhike.domains.conversations.turns import Chat, guess
from zhike.domains.conversations.workflows import log
from zhike.surfaces.console.resource_absences import AbsenceForm
from zhike.surfaces.exchange.demo.clients import LEFT, came_on
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm, firms
from zhike.surfaces.exchange.demo.world import World

WITHOUT_EACH = 6  # every sixth client has none
RHYTHMS = (5, 10, 10, 15, 21, 30)
ABOUT = {
    "zh": ("近况和下一步", "使用中有没有问题", "季度计划", "问一声，不推销"),
    "en": ("How things go, what comes next", "What gets in their way", "Plans for the quarter", "A friendly word"),
}
MORE = ((0, 45, "visit"), (3, 60, "visit"), (5, 21, "video"))  # (place of the client, days, channel)


def build(world: World) -> None:
    known = [firm for firm in firms() if firm.key in world.firms and firm.key not in LEFT]
    for place, firm in enumerate(known):
        if place % WITHOUT_EACH == WITHOUT_EACH - 1:
            continue
        quiet = "quiet" in firm.tags
        _plan(world, firm, RHYTHMS[place % len(RHYTHMS)] * (3 if quiet else 1), about=place, paused=place % 11 == 8)
    if "qingchuan" in world.firms:
        day = world.working_day_before(world.today - timedelta(days=2))
        world.plan(timezone.make_aware(datetime.combine(day, time(10, 32))), partial(_chat, world))  # its last word
    world.plan(world.moment(world.working_day_before(world.today - timedelta(days=3)), 9.2), partial(_away, world))
    for place, every, channel in MORE:
        if place < len(known):
            _plan(world, known[place], every, channel, about=2)


def _away(world: World) -> None:
    """Ida is away this week; Omar stands in."""
    ida, omar = world.staff["ida"], world.staff["omar"]
    since, until = world.today - timedelta(days=1), world.today + timedelta(days=3)
    days = {"starts_on": world.working_day_before(since), "ends_on": world.working_day(until)}
    through(AbsenceForm, {"person": ida, "deputy": omar, "note": "Family", **days}, by=ida)


CHAT = """陈总 {day} 10:20
家属代挂号的入口能再明显一点吗？

林娜 {day} 10:24
可以。放在首页第一屏，下周一给您看。

陈总 {day} 10:31
[图片]

陈总 {day} 10:32
像这样就好。什么时候能上线？"""


def _chat(world: World) -> None:
    """What was said on WeChat, pasted."""
    lena, client = world.staff["lena"], world.clients["qingchuan"]
    day = world.working_day_before(world.today - timedelta(days=2))
    turns = parse(CHAT.format(day=f"{day:%Y/%m/%d}"), timezone.localtime(world.now).replace(tzinfo=None))
    chat = Chat(turns, guess(turns, client, by=lena))
    conversation = log(
        by=lena, client=client, kind="chat", direction="in", text=chat.text(), contacts=chat.contacts,
        happened_at=chat.ended_at, turns=chat.kept(),
    )  # fmt: skip
    world.conversations.append(conversation)


def _plan(world: World, firm: Firm, every: int, channel: str = "", *, about: int, paused: bool = False) -> None:
    began = world.working_moment(min(came_on(world, firm) + timedelta(days=10), world.today - timedelta(days=1)))
    said = ABOUT[firm.languages[0]]
    values = {"every": every, "channel": channel, "about": said[about % len(said)], "starts_on": began.date()}
    world.plan(began, partial(_make, world, firm, values, paused))


def _make(world: World, firm: Firm, values: dict[str, object], paused: bool) -> None:
    by = world.staff[firm.owner]
    plan: Plan = through(PlanForm, {"client": world.clients[firm.key], "owner": by, **values}, by=by)
    if paused:
        world.plan(world.working_moment(world.today - timedelta(days=20)), lambda: plan.pause(by=by))
