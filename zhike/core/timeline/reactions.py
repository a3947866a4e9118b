"""Who reacts to which kinds. A reaction gets a batch of events and must be idempotent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zhike.core.timeline.kinds import KINDS, EventKind
from zhike.core.timeline.models import Event

Batch = Sequence[Event]


@dataclass(frozen=True)
class Reaction:
    """`outside`: it has effects outside the database, so each event gets a `Delivery` and a job of its own. `last`: it
    reads what other reactions write, and runs after them. `kinds` empty means all.
    """

    name: str
    run: Callable[[Batch], None]
    kinds: frozenset[str]
    outside: bool = False
    last: bool = False

    def wants(self, event: Event) -> bool:
        return not self.kinds or event.kind in self.kinds


REACTIONS: dict[str, Reaction] = {}


def reaction(
    *kinds: EventKind | str, outside: bool = False, last: bool = False
) -> Callable[[Callable[[Batch], None]], Reaction]:
    """Declare a reaction to these kinds, or to all if none is given. What may not be imported goes by its name."""

    def register(run: Callable[[Batch], None]) -> Reaction:
        name = f"{run.__module__}.{run.__name__}"
        REACTIONS[name] = Reaction(name, run, frozenset(str(kind) for kind in kinds), outside, last)
        return REACTIONS[name]

    return register


def in_order() -> list[Reaction]:
    """As declared, but the last ones behind the others."""
    return sorted(REACTIONS.values(), key=lambda one: one.last)


def unknown_kinds() -> dict[str, list[str]]:
    """By reaction, the kinds it names that nobody declares; checked at start-up."""
    found = {name: sorted(one.kinds - KINDS.keys()) for name, one in REACTIONS.items()}
    return {name: kinds for name, kinds in found.items() if kinds}
