"""Mails that were not only written down but sent; without a mail server they stand in the mailbox."""

from functools import partial
from typing import Any

from zhike.domains.conversations.models import Direction, Kind
from zhike.surfaces.exchange.demo.world import World

SENT = 6


def build(world: World) -> None:
    world.plan(world.lately(), partial(_send_the_latest, world))


def _send_the_latest(world: World) -> None:
    """The latest mails from us to people with an address, by whoever wrote them."""
    wanted = (one for one in reversed(world.conversations) if _is_ours(one))
    for _number, conversation in zip(range(SENT), wanted, strict=False):
        conversation.send(by=conversation.author)


def _is_ours(conversation: Any) -> bool:
    if (conversation.kind, conversation.direction) != (Kind.MAIL, Direction.OUT):
        return False
    return any(contact.emails for contact in conversation.contacts.all())
