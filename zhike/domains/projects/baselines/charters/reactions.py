"""What the client confirms in the ledger freezes the charter."""

from zhike.agreements import events as ledger
from zhike.core.access.models import User
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.projects.baselines.charters.models import Charter


@reaction(ledger.CONFIRMED)
def freeze_confirmed(batch: Batch) -> None:
    """Once is as good as twice: who has its baseline is left alone."""
    said = {event.record_id for event in batch}
    for charter in Charter.objects.filter(entry__in=said, baseline=None).select_related("entry").order_by("pk"):
        if charter.stands_as == "confirmed":
            charter.hold(by=User.objects.system())
