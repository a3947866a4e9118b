"""What is in the book twice, as it comes about: a fair, a colleague in a hurry, another way to write a name."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.clients.forms import ClientForm, ContactForm
from zhike.clients.merging.workflows import merge
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

# firm, days ago, by whom, what they wrote
AGAIN: tuple[tuple[str, int, str, dict[str, Any]], ...] = (
    ("chenghu", 12, "omar", {"name": "澄湖茶业", "about": "茶博会上加的微信，想问礼盒报价。"}),
    ("coppice", 9, "lena", {"name": "Coppice", "about": "Wrote from the website form."}),
)
PEOPLE: tuple[tuple[str, int, str, dict[str, Any]], ...] = (
    ("yuanan", 6, "lena", {"name": "王建軍", "form_of_address": "王師傅", "title": "調度"}),
)
MERGED = ("mubai", 20, "lena", {"name": "佛山木白家居", "about": "展会名片，后来发现就是老客户。"})


def build(world: World) -> None:
    for firm, ago, by, said in AGAIN:
        _when(world, firm, ago, partial(_come_again, world, firm, by, said))
    for firm, ago, by, said in PEOPLE:
        _when(world, firm, ago, partial(_met_again, world, firm, by, said))
    firm, ago, by, said = MERGED
    _when(world, firm, ago, partial(_come_and_merge, world, firm, by, said))


def _when(world: World, firm: str, ago: int, act: Any) -> None:
    if firm in world.firms:
        world.plan(world.working_moment(world.today - timedelta(days=ago)), act)


def _come_again(world: World, firm: str, by: str, said: dict[str, Any]) -> Any:
    first, person = world.clients[firm], world.staff[by]
    alike = {"kind": "organisation", "owner": person, "phones": first.phones, "visibility": first.visibility}
    return through(ClientForm, alike | said, by=person)


def _met_again(world: World, firm: str, by: str, said: dict[str, Any]) -> None:
    through(ContactForm, {"client": world.clients[firm], **said}, by=world.staff[by])


def _come_and_merge(world: World, firm: str, by: str, said: dict[str, Any]) -> None:
    twin = _come_again(world, firm, by, said)
    seen = world.working_moment(world.now.date() - timedelta(days=18))
    world.plan(seen, partial(_merge, world, firm, twin))


def _merge(world: World, firm: str, twin: Any) -> None:
    winner = world.clients[firm]
    merge(winner, twin, by=world.staff["mona"])
    winner.refresh_from_db()
