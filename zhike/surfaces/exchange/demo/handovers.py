"""A client goes to another colleague: one note that waits to be read, and one that was."""

from datetime import timedelta
from functools import partial

from zhike.clients.handovers.workflows import hand_over
from zhike.surfaces.exchange.demo.world import World

# firm, days ago, by whom, to whom, what else to know
NOTES = (
    ("halfhill", 2, "omar", "lena", "叶老板不接电话，发微信等他晚上回。去年口头答应过书签免费，别再提钱。"),
    (
        "marlow", 120, "lena", "ida",
        "Two partners, two opinions: ask both before anything is printed. Never call on a Friday afternoon.",
    ),
)  # fmt: skip


def build(world: World) -> None:
    for firm, ago, *people in NOTES:
        if firm in world.firms:
            world.plan(world.working_moment(world.today - timedelta(days=ago)), partial(_give, world, firm, *people))


def _give(world: World, firm: str, by: str, to: str, text: str) -> None:
    client = world.clients[firm]
    client.refresh_from_db()
    note = hand_over(client, by=world.staff[by], successor=world.staff[to], text=text)
    read = note.created_at + timedelta(days=4)
    if read < world.now:
        world.plan(read, lambda: note.mark_read(by=world.staff[to]))
