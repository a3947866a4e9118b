"""Whatever happens to a client or contact, its keys and pairs follow."""

from zhike.clients.duplicates.keeping import refresh
from zhike.clients.duplicates.keys import READ
from zhike.clients.duplicates.pairing import find_pairs
from zhike.core.record.events import ADDED, ARCHIVED, EDITED, IMPORTED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction


@reaction(ADDED, EDITED, IMPORTED, ARCHIVED, RESTORED)
def keep_keys_and_pairs(events: Batch) -> None:
    """Two statements for the keys and one for the pairs, for each kind of record."""
    for record_type in READ:
        if ids := {event.record_id for event in events if event.record_type == record_type}:
            refresh(record_type, ids)
            find_pairs(record_type, ids)
