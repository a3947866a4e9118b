"""What follows for contracts from what happens in the ledger."""

from typing import Any

from zhike.agreements import events as ledger
from zhike.agreements.choices import State
from zhike.agreements.contracts.models import Term
from zhike.agreements.contracts.models.term import said_by, standing_of, subject_twin_of
from zhike.core.timeline.reactions import Batch, reaction


@reaction(ledger.RENEGOTIATED, ledger.SUPERSEDED)
def keep_to_their_clauses(events: Batch) -> None:
    """A clause that was put otherwise on its own page stays that of its contract: the term says what holds now, unless
    something else is written there already.
    """
    replaced = {event.record_id for event in events}
    for term in Term.objects.filter(entry__in=replaced, entry__state=State.SUPERSEDED).select_related("entry"):
        _follow(term)


def _follow(term: Any) -> None:
    now = standing_of(term.entry)
    if now is None or now.state != State.CONFIRMED:
        return
    if not term.differs(term.entry):
        term.said, term.subject_twin = said_by(now), subject_twin_of(now)
    term.entry = now
    term.save(update_fields=["said", "subject_twin", "entry"])
