"""Whatever may have changed whom a rule fits lets the worker look again, once for each batch."""

from zhike.clients.rules.needs import Needs, clients_of, needs, touched_clients
from zhike.clients.stages.events import ENTERED, MET
from zhike.clients.stages.jobs import move_these
from zhike.clients.stages.moving import stages_in_order
from zhike.core.timeline.reactions import Batch, reaction


@reaction()
def look_again(batch: Batch) -> None:
    """A job of its own, since other reactions to the same batch must be through first."""
    rules = [rule for stage in stages_in_order() for rule in (stage.entry_rule, stage.exit_rule) if rule]
    if not rules:
        return
    clients = touched_clients(batch, _together([needs(rule) for rule in rules]))
    clients |= {client for event in batch if event.kind in {ENTERED.name, MET.name} for client in clients_of(event)}
    if clients:
        move_these.defer(clients=sorted(clients))


def _together(asked: list[Needs]) -> Needs:
    return Needs(
        frozenset().union(*(one.columns for one in asked)),
        frozenset().union(*(one.records for one in asked)),
        any(one.day for one in asked),
    )
