"""What is said in the ledger about the wording of a requirement moves the requirement."""

from zhike.agreements import events
from zhike.agreements.models import Entry
from zhike.core.access.models import User
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.requirements.models import Requirement

SAID = (
    events.CONFIRMED, events.QUESTIONED, events.RETRACTED, events.SUPERSEDED, events.RENEGOTIATED, events.WAIVED,
    events.WITHDRAWN, events.REOPENED,
)  # fmt: skip


@reaction(*SAID)
def follow_ledger(batch: Batch) -> None:
    """Of the entries spoken about, and of those that they replaced."""
    said = {event.record_id for event in batch}
    before = Entry.objects.filter(pk__in=said).exclude(supersedes=None).values_list("supersedes", flat=True)
    for requirement in Requirement.objects.filter(entry__in={*said, *before}).select_related("entry").order_by("pk"):
        requirement.follow_ledger(by=User.objects.system())
