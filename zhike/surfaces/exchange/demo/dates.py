"""Days that matter, noted in passing: birthdays by sun and moon, a founding day, when a contract ends."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from zhike.clients.dates.forms import DateForm
from zhike.clients.dates.keeping import sweep
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World


@dataclass(frozen=True)
class Noted:
    """`role` is whose day it is, nobody's the client's own; `ahead` puts it so many days from today instead of on
    `month` and `day`."""

    client: str
    role: str = ""
    month: int = 1
    day: int = 1
    ahead: int = 0
    more: dict[str, Any] = field(default_factory=dict)


DATES = (
    Noted("qingchuan", "decides", 8, 16, more={"calendar": "lunar", "year": 1972, "source_text": "何姐说，陈总过农历"}),
    Noted("qingchuan", "uses", ahead=4, more={"year": 1988}),
    Noted("yuanan", ahead=26, more={"kind": "renewal", "what": "年度框架合同", "warn_days": 30, "source": "contract"}),
    Noted("chenghu", "advises", 4, 10, more={"calendar": "lunar", "leap": True, "year": 1944}),
    Noted("chenghu", month=1, day=15, more={"kind": "festival", "calendar": "lunar", "what": "元宵 开园祭茶"}),
    Noted("mubai", ahead=9, more={"kind": "founding", "year": 2009, "source": "public"}),
    Noted("kestrel", "decides", ahead=6, more={"what": "Birthday; no flowers, she is allergic"}),
    Noted("nordhaven", month=5, day=17, more={"kind": "festival", "what": "17 May: nobody is in the office"}),
    Noted("tramlight", ahead=40, more={"kind": "go_live", "year": 2025, "what": "First tram with the new tickets"}),
)


def build(world: World) -> None:
    for noted in DATES:
        if noted.client in world.firms:
            day = world.working_moment(world.today - timedelta(days=world.dice.randint(15, 200)))
            world.plan(day, partial(_note, world, noted))
    world.plan(world.lately(), lambda: sweep(timezone.now()))


def _note(world: World, noted: Noted) -> None:
    firm, day = world.firms[noted.client], world.today + timedelta(days=noted.ahead)
    said: dict[str, Any] = {"client": world.clients[noted.client], "source": "told"}
    said |= {"month": day.month, "day": day.day} if noted.ahead else {"month": noted.month, "day": noted.day}
    if noted.role:
        said["contact"] = world.contact(noted.client, noted.role)
    through(DateForm, said | noted.more, by=world.staff[firm.owner])
