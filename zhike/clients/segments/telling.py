"""Moves on the timelines of the clients that made them."""

from collections.abc import Iterator
from typing import Any

from zhike.clients.models import Client
from zhike.clients.segments import events
from zhike.clients.segments.moving import Moves
from zhike.clients.segments.why import Why
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import event_of, tell_many


def tell_moves(segment: Any, moves: Moves, why: Why, *, by: Any, causes: dict[int, Event] | None = None,
               each: dict[int, dict[str, Any]] | None = None) -> None:  # fmt: skip
    """One event per client. Says nothing of segments that not everyone sees. `causes` and `each` are by client."""
    if segment.told_to_all:
        tell_many(_events(segment, moves, why, by, causes or {}, each or {}))


def _events(
    segment: Any, moves: Moves, why: Why, by: Any, causes: dict[int, Event], each: dict[int, dict[str, Any]]
) -> Iterator[Event]:
    for kind, clients in ((events.ENTERED, moves.entered), (events.LEFT, moves.left)):
        for client in clients:
            cause = causes.get(client)
            yield event_of(
                kind, segment, by=by, client=Client(pk=client), caused_by=cause, at=cause.at if cause else None,
                facts={"name": segment.name, "why": each.get(client, {}).get("why", why)},
            )  # fmt: skip
