"""What can happen to a job. The person to tell of its end stands in the fact `person`, the page in `url`."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("title",)

STARTED = declare("job.started", _("{actor} started “{title}”"), icon="clock", personal=_PERSONAL)
BEGUN = declare("job.begun", _("“{title}” began to run"), icon="clock", personal=_PERSONAL)
CANCEL_ASKED = declare("job.cancel_asked", _("{actor} asked to stop “{title}”"), icon="stop", personal=_PERSONAL)
FINISHED = declare("job.finished", _("“{title}” is done"), icon="check", personal=_PERSONAL)
FAILED = declare("job.failed", _("“{title}” did not succeed"), icon="warning", personal=(*_PERSONAL, "failure"))
CANCELLED = declare("job.cancelled", _("“{title}” was stopped"), icon="stop", personal=_PERSONAL)
