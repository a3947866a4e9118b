"""What follows for the clocks of both sides from what happens in the ledger."""

from django.utils import timezone

from zhike.agreements import events as ledger
from zhike.agreements.models import Readback, ReadbackItem
from zhike.agreements.rules import events as rules
from zhike.agreements.rules.clocks import keep_readback_clocks
from zhike.agreements.rules.escalating import escalate
from zhike.agreements.rules.holding import held_by_their_rules  # noqa: F401  (the outbox asks it)
from zhike.agreements.rules.lateness import note_late
from zhike.core.clock.events import MET, PASSED
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


@reaction(PASSED, MET)
def note_late_answers(events: Batch) -> None:
    """A clock by a clause that ran out, or was stopped too late, is a rule not kept."""
    late = {event.fact("deadline") for event in events if event.kind == PASSED.name or event.fact("late")}
    if late:
        note_late(late)


@reaction(rules.CROSSED_BY_US, rules.CROSSED_BY_THEM, rules.SENT_ANYWAY, rules.ROUND_OUTSIDE)
def escalate_what_is_crossed_again(events: Batch) -> None:
    escalate({event.record_id for event in events}, timezone.now())
