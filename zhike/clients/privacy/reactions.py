"""Keys and pairs of what lost a name are made anew; the index follows every event by itself."""

from zhike.clients.duplicates.keeping import refresh
from zhike.clients.duplicates.keys import READ
from zhike.clients.duplicates.pairing import find_pairs
from zhike.clients.privacy.events import ERASED, REDACTED
from zhike.core.timeline.reactions import Batch, reaction


@reaction(ERASED, REDACTED)
def keep_their_keys(events: Batch) -> None:
    for record_type in READ:
        if ids := {event.record_id for event in events if event.record_type == record_type}:
            refresh(record_type, ids)
            find_pairs(record_type, ids)
