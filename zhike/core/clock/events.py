"""What can happen to calendars and clocks."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

MADE_DEFAULT = declare("calendar.made_default", _("{actor} made {record} the default calendar"), icon="clock")
STARTED = declare("deadline.started", _("The clock for {name} on {record} started"), icon="clock", quiet=True)
PAUSED = declare("deadline.paused", _("{actor} paused the clock for {name} on {record}"), icon="clock")
RESUMED = declare("deadline.resumed", _("{actor} let the clock for {name} on {record} go on"), icon="clock")
MET = declare("deadline.met", _("The clock for {name} on {record} stopped: it is done"), icon="check", quiet=True)
CANCELLED = declare(
    "deadline.cancelled", _("{actor} cancelled the clock for {name} on {record}"), icon="clock", quiet=True
)
RECOMPUTED = declare(
    "deadline.recomputed", _("{actor} counted the time for {name} on {record} again"), icon="clock", quiet=True
)
PASSED = declare("deadline.passed", _("The time for {name} on {record} ran out"), icon="clock")
