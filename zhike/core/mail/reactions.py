"""What was written is sent: one job for a batch of events, after their commits."""

from zhike.core.mail.events import RELEASED, RESENT, WRITTEN
from zhike.core.mail.jobs import send
from zhike.core.timeline.reactions import Batch, reaction


@reaction(WRITTEN, RELEASED, RESENT)
def send_what_was_written(batch: Batch) -> None:
    send.defer()
