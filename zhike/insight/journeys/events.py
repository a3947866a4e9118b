"""What can happen to a journey."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

DESIGNED = declare("journey.designed", _("{actor} began to design the journey {record}"), icon="smile")
MOVED_PHASE = declare("journey.moved_phase", _("{actor} moved the phase “{text}” of {record}"), icon="sort", quiet=True)
ADDED = declare("touchpoint.added", _("{actor} put the touchpoint {record} on the map"), icon="plus")
MOVED = declare("touchpoint.moved", _("{actor} moved the touchpoint {record}"), icon="sort", quiet=True)
NOTED = declare("touchpoint.noted", _("{actor} noted {value} for the touchpoint {record}"), icon="chart")

_PERSONAL = ("name", "text")

PROPOSED = declare("improvement.proposed", _("{actor} proposed to improve: {record}"), icon="idea", personal=_PERSONAL)
STARTED = declare("improvement.started", _("{actor} began to improve: {record}"), icon="right", personal=_PERSONAL)
FINISHED = declare("improvement.finished", _("{actor} improved: {record}"), icon="check", personal=_PERSONAL)
DROPPED = declare(
    "improvement.dropped", _("{actor} dropped the improvement “{record}”: {text}"), icon="close", personal=_PERSONAL
)
TAKEN_UP = declare(
    "improvement.taken_up", _("{actor} took the improvement “{record}” up again"), icon="undo", personal=_PERSONAL
)
