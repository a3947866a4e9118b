"""An answer ends the wait at once; the sweep looks by itself as well, so that none slips through."""

from django.db import transaction

from zhike.agreements import events
from zhike.agreements.choices import How
from zhike.agreements.models import Entry
from zhike.agreements.silence.choices import ALIVE, WaitState
from zhike.agreements.silence.ending import answered
from zhike.agreements.silence.models import Wait
from zhike.core.access.models import User
from zhike.core.timeline.reactions import Batch, reaction

SAID = (
    events.CONFIRMED, events.QUESTIONED, events.RETRACTED, events.RENEGOTIATED, events.SUPERSEDED, events.WAIVED,
    events.WITHDRAWN, events.KEPT, events.MET, events.BROKEN, events.REOPENED,
)  # fmt: skip


@reaction(*SAID)
def end_waits(batch: Batch) -> None:
    """Whatever was said about an entry ends the wait for it; said against a silent yes, it is an objection."""
    entries = {event.record_id for event in batch}
    for pk in Wait.objects.filter(entry__in=entries).order_by("pk").values_list("pk", flat=True):
        _look_at(pk)


@transaction.atomic
def _look_at(pk: int) -> None:
    wait, by = Wait.objects.select_related("entry").get(pk=pk), User.objects.system()
    if wait.state in ALIVE and answered(wait):
        wait.answer(by=by)
    elif wait.state == WaitState.ACCEPTED and _is_objected(wait.entry):
        wait.object(by=by)


def _is_objected(entry: Entry) -> bool:
    """A silent yes was taken back, questioned or put right by the person it was ascribed to."""
    said = entry.acts.order_by("-pk").first()
    return entry.confirmed_how != How.SILENCE or (said is not None and said.verb in ("questioned", "corrected"))
