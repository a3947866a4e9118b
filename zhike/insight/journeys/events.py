"""What can happen to a journey."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

DESIGNED = declare("journey.designed", _("{actor} began to design the journey {record}"), icon="smile")
MOVED_PHASE = declare("journey.moved_phase", _("{actor} moved the phase “{text}” of {record}"), icon="sort", quiet=True)
ADDED = declare("touchpoint.added", _("{actor} put the touchpoint {record} on the map"), icon="plus")
MOVED = declare("touchpoint.moved", _("{actor} moved the touchpoint {record}"), icon="sort", quiet=True)
NOTED = declare("touchpoint.noted", _("{actor} noted {value} for the touchpoint {record}"), icon="chart")
