"""The clocks of the questions that were answered, as they would have run while the history happened."""

from functools import partial
from typing import Any

from zhike.agreements.rules.clocks import THEIR_ANSWER
from zhike.core.access.models import User
from zhike.core.timeline.moment import at
from zhike.domains.conversations.answering import ANSWER, start_clock
from zhike.domains.conversations.models import Conversation, Direction, State
from zhike.surfaces.exchange.demo.world import World


def build(world: World) -> None:
    world.plan(world.now, partial(_run, world, User.objects.system()))


def _run(world: World, system: Any) -> None:
    answered = Conversation.objects.filter(pk__in=[one.pk for one in world.conversations], state=State.ANSWERED)
    for said in answered.select_related("client__tier"):
        name = ANSWER if said.direction == Direction.IN else THEIR_ANSWER
        with at(said.happened_at):
            clock = start_clock(said, name, by=system)
        answered_at = max(said.answered_at or said.happened_at, said.happened_at)
        with at(answered_at):
            if clock:
                clock.meet(by=system, at=answered_at)
