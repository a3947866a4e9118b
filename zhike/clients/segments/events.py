"""What can happen to a segment. `segment.entered` and `segment.left` stand on the client's timeline."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.segments.why import said
from zhike.core.timeline.kinds import declare

WORDS = {"why": said}
ENTERED = declare(
    "segment.entered", _("Came into the segment {record}: {why}"), icon="in", personal=("why",), words=WORDS
)
LEFT = declare("segment.left", _("Left the segment {record}: {why}"), icon="out", personal=("why",), words=WORDS)
PICKED = declare("segment.picked", _("{actor} put {count} clients into {record}"), icon="in")
DROPPED = declare("segment.dropped", _("{actor} took {count} clients out of {record}"), icon="out")
FILLED = declare("segment.filled", _("{record} was worked out: {entered} came in, {left} left"), icon="repeat")
