"""What follows for meetings from what happens in the ledger."""

from zhike.agreements import events as ledger
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.meetings.reading_later import read_back_now


@reaction(ledger.ALLOWED)
def read_back_what_may_be_promised(batch: Batch) -> None:
    """A promise that a meeting brought has its approval."""
    read_back_now({event.record_id for event in batch})
