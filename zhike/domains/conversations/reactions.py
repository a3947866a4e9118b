"""What a conversation tells about its client."""

from zhike.clients.merging.events import CAME_BACK, MERGED, MERGED_AWAY, UNMERGED
from zhike.clients.plans.models import Plan
from zhike.core.record.events import ADDED, ARCHIVED, EDITED, IMPORTED, RESTORED
from zhike.core.timeline.models import Event
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.conversations.answering import keep_clocks
from zhike.domains.conversations.events import ALL_LOGGED, ANSWERED, ASKED, DISMISSED, HEARD, REOPENED
from zhike.domains.conversations.keeping_touch import keep_plans_of
from zhike.domains.conversations.last_contact import refresh_last_contact
from zhike.domains.conversations.models import Conversation

MERGING = (MERGED, MERGED_AWAY, UNMERGED, CAME_BACK)


@reaction(*ALL_LOGGED, IMPORTED, EDITED, ARCHIVED, RESTORED, *MERGING)
def keep_last_contact(events: Batch) -> None:
    """The client's last contact is its latest conversation that is not a note."""
    ours = Conversation._meta.label_lower
    telling = (event for event in events if event.record_type == ours or _merges(event))
    if clients := {client for event in telling for client in _clients_of(event)}:
        refresh_last_contact(clients)


@reaction(*ALL_LOGGED, IMPORTED, ADDED, EDITED, ARCHIVED, RESTORED, *MERGING)
def keep_plans(events: Batch) -> None:
    """A conversation keeps the plans of its client which it fits; a new or changed plan is looked at too."""
    ours = {Conversation._meta.label_lower, Plan._meta.label_lower}
    telling = (event for event in events if event.record_type in ours or _merges(event))
    clients = {client for event in telling for client in _clients_of(event)}
    if clients:
        keep_plans_of(clients)


@reaction(*ALL_LOGGED, EDITED, ANSWERED, ASKED, HEARD, DISMISSED, REOPENED, ARCHIVED, RESTORED)
def keep_answer_clocks(events: Batch) -> None:
    """While one side waits for the other, a clock runs until the answer is due."""
    ours = {event.record_id for event in events if event.record_type == Conversation._meta.label_lower}
    if ours:
        keep_clocks(ours)


def _merges(event: Event) -> bool:
    return event.kind in {str(kind) for kind in MERGING}


def _clients_of(event: Event) -> set[int]:
    """The client, and the one it belonged to before this edit."""
    was, _now = event.fact("changed", {}).get("client", (None, None))
    return {one for one in (event.client_id, was and was["id"]) if one}
