"""Who at some clients decides what, and where their people stand."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.clients.rights.forms import RightForm
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

# firm, role, subject, power, what else was noted
RIGHTS: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("qingchuan", "decides", "scope", "decides", {}),
    ("qingchuan", "decides", "price", "decides", {"up_to": 200_000, "currency": "CNY", "source_text": "院办授权书"}),
    ("qingchuan", "pays", "price", "signs", {}),
    ("qingchuan", "uses", "design", "asked", {"source": "seen", "source_text": "三次评审都要等护士长看过"}),
    ("qingchuan", "runs", "acceptance", "signs", {"source": "contract"}),
    ("yuanan", "decides", "scope", "decides", {}),
    ("yuanan", "pays", "price", "asked", {}),
    ("yuanan", "runs", "other", "decides", {"words": "品牌用语"}),
    ("mubai", "decides", "price", "decides", {"up_to": 80_000, "currency": "CNY"}),
    ("mubai", "opposes", "legal", "signs", {"source": "seen"}),
    ("kestrel", "decides", "design", "decides", {}),
    ("kestrel", "runs", "acceptance", "signs", {"source": "contract", "source_text": "Clause 7"}),
    ("nordhaven", "decides", "scope", "decides", {}),
    ("nordhaven", "opposes", "legal", "asked", {"source": "told", "source_text": "Said at the kick-off"}),
)
# firm, role, influence, attitude
STANDS = (
    ("qingchuan", "decides", "high", "supports"),
    ("qingchuan", "uses", "high", "neutral"),
    ("qingchuan", "pays", "middle", "neutral"),
    ("qingchuan", "runs", "middle", "supports"),
    ("mubai", "decides", "high", "supports"),
    ("mubai", "opposes", "high", "opposes"),
    ("nordhaven", "decides", "high", "supports"),
    ("nordhaven", "opposes", "middle", "opposes"),
)


def build(world: World) -> None:
    for right in RIGHTS:
        _when(world, right[0], partial(_note, world, *right))
    for stand in STANDS:
        _when(world, stand[0], partial(_place, world, *stand))


def _when(world: World, firm: str, act: Any) -> None:
    if firm in world.firms:
        world.plan(world.working_moment(world.today - timedelta(days=world.dice.randint(20, 150))), act)


def _note(world: World, firm: str, role: str, subject: str, power: str, more: dict[str, Any]) -> None:
    said = {"client": world.clients[firm], "contact": world.contact(firm, role), "subject": subject, "power": power}
    through(RightForm, said | {"source": "told"} | more, by=world.staff[world.firms[firm].owner])


def _place(world: World, firm: str, role: str, influence: str, attitude: str) -> None:
    world.contact(firm, role).amend(by=world.staff[world.firms[firm].owner], influence=influence, attitude=attitude)
