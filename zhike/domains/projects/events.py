"""What can happen in a project."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.core.ui.dates import told_day

_PERSONAL = ("name", "who", "reason", "what", "other")


AGREED = declare("project.agreed", _("{actor} noted that “{record}” is agreed"), icon="project", personal=_PERSONAL)
STARTED = declare("project.started", _("{actor} started “{record}”"), icon="project", personal=_PERSONAL)
PAUSED = declare("project.paused", _("{actor} paused “{record}”: {reason}"), icon="stop", personal=_PERSONAL)
RESUMED = declare("project.resumed", _("{actor} took up “{record}” again"), icon="repeat", personal=_PERSONAL)
FINISHED = declare("project.finished", _("{actor} finished “{record}”"), icon="check", personal=_PERSONAL)
STOPPED = declare("project.stopped", _("{actor} stopped “{record}”: {reason}"), icon="close", personal=_PERSONAL)

BEGUN_PHASE = declare("phase.begun", _("{actor} began “{record}”"), icon="project", personal=_PERSONAL)
DONE_PHASE = declare("phase.finished", _("{actor} finished “{record}”"), icon="check", personal=_PERSONAL)
REQUIRED = declare(
    "phase.required", _("“{record}” waits until “{what}” is confirmed"), icon="lock", personal=_PERSONAL, quiet=True
)
RELEASED = declare(
    "phase.released", _("“{record}” no longer waits for “{what}”"), icon="key", personal=_PERSONAL, quiet=True
)

MOVED = declare(
    "milestone.moved", _("{actor} moved “{record}” from {was} to {when}: {reason}"), icon="calendar",
    personal=_PERSONAL, words={"was": told_day, "when": told_day},
)  # fmt: skip
AT_RISK = declare(
    "milestone.at_risk", _("“{record}” will hardly come in time ({percent} in 100): tell them early"), icon="warning",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
REACHED = declare("milestone.reached", _("“{record}” was reached"), icon="pin", personal=_PERSONAL)
MISSED = declare("milestone.missed", _("“{record}” was missed: {reason}"), icon="warning", personal=_PERSONAL)
REOPENED_MILESTONE = declare(
    "milestone.reopened", _("{actor} opened “{record}” again"), icon="undo", personal=_PERSONAL
)

BEGUN = declare("task.begun", _("{actor} began “{record}”"), icon="todo", personal=_PERSONAL, quiet=True)
DONE = declare("task.finished", _("{actor} finished “{record}”"), icon="check", personal=_PERSONAL, quiet=True)
DROPPED = declare("task.dropped", _("{actor} dropped “{record}”: {reason}"), icon="close", personal=_PERSONAL)
REOPENED = declare("task.reopened", _("{actor} opened “{record}” again"), icon="undo", personal=_PERSONAL, quiet=True)
WAITS = declare("task.waits", _("“{record}” waits for {who}: {what}"), icon="waiting", personal=_PERSONAL)
GOT_IT = declare("task.got_it", _("“{record}” no longer waits for {who}"), icon="check", personal=_PERSONAL)
FOLLOWS = declare("task.follows", _("“{record}” comes after “{other}”"), icon="link", personal=_PERSONAL, quiet=True)
FREED = declare(
    "task.freed", _("“{record}” no longer comes after “{other}”"), icon="link", personal=_PERSONAL, quiet=True
)

HANDED_IN = declare(
    "deliverable.handed_in", _("{actor} handed in version {number} of “{record}”"), icon="upload", personal=_PERSONAL
)
SHOWN = declare(
    "deliverable.shown", _("{actor} showed version {number} of “{record}” to {who}"), icon="eye", personal=_PERSONAL
)
ACCEPTED = declare(
    "deliverable.accepted", _("{who} accepted version {number} of “{record}”"), icon="promise", personal=_PERSONAL,
    from_client=True,
)  # fmt: skip
WANTED = declare(
    "deliverable.change_wanted", _("{who} wants version {number} of “{record}” changed: {words}"), icon="edit",
    personal=(*_PERSONAL, "words"), from_client=True,
)  # fmt: skip
PINNED = declare(
    "deliverable.pinned", _("{who} pointed at “{record}”: {words}"), icon="pin", personal=(*_PERSONAL, "words"),
    quiet=True,
)  # fmt: skip
SETTLED = declare(
    "deliverable.pins_settled", _("{actor} settled what was pointed at in “{record}” ({count})"), icon="check",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip

BOOKED = declare("hours.booked", _("{actor} booked {record}"), icon="clock", personal=_PERSONAL, quiet=True)
STOPPED_TIMER = declare(
    "hours.timer_stopped", _("{actor} stopped the timer: {record}"), icon="stop", personal=_PERSONAL, quiet=True
)
