"""What follows for meetings from what happens in the ledger, and for calendars from what is edited."""

from zhike.agreements import events as ledger
from zhike.core.record.events import EDITED
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.reading_later import read_back_now
from zhike.domains.meetings.telling_anew import tell_anew


@reaction(ledger.ALLOWED)
def read_back_what_may_be_promised(batch: Batch) -> None:
    """A promise that a meeting brought has its approval."""
    read_back_now({event.record_id for event in batch})


@reaction(EDITED)
def keep_calendars_true(batch: Batch) -> None:
    """An edit of a meeting to which somebody was invited."""
    tell_anew([event for event in batch if event.record_type == Meeting._meta.label_lower])
