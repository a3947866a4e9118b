"""Two links that live: 陈岚 is asked how she wishes to be reached, and a quote is shared. Both stand in the mailbox."""

from functools import partial
from typing import Any

from zhike.core.files.models import Attachment
from zhike.core.links.models import Link
from zhike.core.mail.writing import write
from zhike.surfaces.exchange.demo.world import World

ASKING = (
    "怎样联系您最方便？",
    "陈总，您好：\n\n想请您花半分钟确认一下我们今后怎样联系您。\n\n{address}\n\n不用登录，随时可以改。\n\n林娜",
)
SHARING = ("The quote, once more", "Here it is, without any account:\n\n{address}\n\nIt works for two weeks.")


def build(world: World) -> None:
    for client, tell in (("qingchuan", _ask), ("yuanan", _share)):
        if client in world.firms:
            world.plan(world.lately(), partial(tell, world, client))


def _ask(world: World, client: str) -> None:
    contact = _reachable(world, client)
    if contact:
        _send(world, client, contact, "contacts.wishes", contact, ASKING)


def _share(world: World, client: str) -> None:
    contact, file = _reachable(world, client), Attachment.objects.on(world.clients[client]).last()
    if contact and file:
        _send(world, client, contact, "files.share", file, SHARING)


def _send(world: World, client: str, contact: Any, purpose: str, record: Any, said: tuple[str, str]) -> None:
    by = world.staff[world.firms[client].owner]
    _link, address = Link.objects.issue(purpose, record, by=by, for_contact=contact)
    text = said[1].format(address=address)
    write(by=by, to=contact, about=world.clients[client], subject=said[0], text=text, secret=True, at_once=True)


def _reachable(world: World, client: str) -> Any:
    return next((one for one in world.people[client] if one.emails), None)
