"""What clients do about what happens elsewhere."""

from zhike.clients.follow_ups import refresh_follow_ups
from zhike.core.record.events import ARCHIVED, EDITED, RESTORED
from zhike.core.timeline.models import Event
from zhike.core.timeline.reactions import Batch, reaction
from zhike.core.todos import events as todo


@reaction(
    todo.ADDED, todo.CAME_ROUND, todo.COMPLETED, todo.REOPENED, todo.SNOOZED, todo.WOKEN, EDITED, ARCHIVED, RESTORED
)
def follow_up_with_the_soonest_todo(batch: Batch) -> None:
    """Keeps Client.next_follow_up."""
    clients = {client for event in batch if event.record_type == "todos.todo" for client in _clients_of(event)}
    if clients:
        refresh_follow_ups(clients)


def _clients_of(event: Event) -> set[int]:
    """The client, and the one it belonged to before this edit."""
    was, _now = event.fact("changed", {}).get("client", (None, None))
    return {one for one in (event.client_id, was and was["id"]) if one}
