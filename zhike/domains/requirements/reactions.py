"""What is said in the ledger moves requirements and conflicts; what is said of a requirement may contradict others."""

from zhike.agreements import events as ledger
from zhike.agreements.models import Entry
from zhike.core.access.models import User
from zhike.core.record.events import ARCHIVED, EDITED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.requirements import events
from zhike.domains.requirements.finding import look_for_conflicts
from zhike.domains.requirements.models import Conflict, Requirement

SAID = (
    ledger.CONFIRMED, ledger.QUESTIONED, ledger.RETRACTED, ledger.SUPERSEDED, ledger.RENEGOTIATED, ledger.WAIVED,
    ledger.WITHDRAWN, ledger.REOPENED,
)  # fmt: skip
CHANGED = (
    events.HEARD, events.ANALYSED, events.REWORDED, events.NEW_WORDS, events.TAKEN_UP, events.PARKED, events.DECLINED,
    events.DROPPED, events.BUILT, events.RATED, EDITED, ARCHIVED, RESTORED,
)  # fmt: skip


@reaction(*SAID)
def follow_ledger(batch: Batch) -> None:
    """Of the entries spoken about, and of those that they replaced."""
    said = {event.record_id for event in batch}
    before = Entry.objects.filter(pk__in=said).exclude(supersedes=None).values_list("supersedes", flat=True)
    for requirement in Requirement.objects.filter(entry__in={*said, *before}).select_related("entry").order_by("pk"):
        requirement.follow_ledger(by=User.objects.system())
    for conflict in Conflict.objects.filter(entry__in={*said, *before}).select_related("entry").order_by("pk"):
        conflict.follow_ledger(by=User.objects.system())


@reaction(*CHANGED)
def find_conflicts(batch: Batch) -> None:
    """Of every requirement that says something else by now, or is wanted otherwise."""
    ours = Requirement._meta.label_lower
    said = {event.record_id for event in batch if event.record_type == ours}
    for requirement in Requirement.objects.filter(pk__in=said).order_by("pk"):
        look_for_conflicts(requirement)
