"""What follows for the clocks of both sides from what happens in the ledger."""

from zhike.agreements import events as ledger
from zhike.agreements.models import Readback, ReadbackItem
from zhike.agreements.rules.clocks import keep_readback_clocks
from zhike.core.record.events import ARCHIVED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction

SAID = (
    ledger.CONFIRMED, ledger.QUESTIONED, ledger.RETRACTED, ledger.SUPERSEDED, ledger.WAIVED, ledger.WITHDRAWN,
)  # fmt: skip


@reaction(ledger.READ_BACK, *SAID, ARCHIVED, RESTORED)
def keep_clocks_of_readbacks(events: Batch) -> None:
    ours = {event.record_id for event in events if event.record_type == Readback._meta.label_lower}
    settled = {event.record_id for event in events if event.kind in {str(kind) for kind in SAID}}
    asked = ReadbackItem.objects.filter(entry__in=settled).values_list("readback", flat=True)
    if pks := ours | (set(asked) if settled else set()):
        keep_readback_clocks(pks)
