"""What the studio says among itself about clients, and who watches whom."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from zhike.core.discussion.watching import watch
from zhike.core.discussion.workflows import comment
from zhike.surfaces.exchange.demo.roster import cells
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("talk.txt")
WATCHES = (
    (300, "mona", "nordhaven", ""), (250, "mona", "yuanan", ""), (140, "omar", "tramlight", ""),
    (90, "rita", "kestrel", ""), (40, "ida", "yuanan", "lena"), (15, "lena", "feiyu", "ida"),
)  # fmt: skip


def build(world: World) -> None:
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()[1:]):
        ago, client, about, who, text = cells(line)
        if client in world.firms:
            spoke = _time_of(world, int(ago), number)
            world.plan(spoke, partial(_say, world, client, about == "latest", who, text))
    for since, who, client, asked_by in WATCHES:
        if client in world.firms:
            world.plan(_time_of(world, since, 0), partial(_watch, world, client, who, asked_by))


def _time_of(world: World, ago: int, number: int) -> Any:
    """Those of one day in their order."""
    if not ago:
        return world.now - timedelta(minutes=35)
    return world.moment(world.working_day_before(world.today - timedelta(days=ago)), 11.0 + number % 12 / 2)


def _say(world: World, client: str, on_latest: bool, who: str, text: str) -> None:
    names = {key: f"@{person.name}" for key, person in world.staff.items()}
    about = world.latest_with(client) if on_latest else world.clients[client]
    comment(about, by=world.staff[who], text=text.format(**names))


def _watch(world: World, client: str, who: str, asked_by: str) -> None:
    watch(world.clients[client], by=world.staff[asked_by or who], user=world.staff[who])
