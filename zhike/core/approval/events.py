"""What can happen to an approval."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "reason")

ASKED = declare("approval.asked", _("{actor} asked for a decision: {record}"), icon="question", personal=_PERSONAL)
APPROVED = declare("approval.approved", _("{actor} approved: {record}"), icon="check", personal=_PERSONAL)
REFUSED = declare("approval.refused", _("{actor} refused: {record}. {reason}"), icon="close", personal=_PERSONAL)
WITHDRAWN = declare("approval.withdrawn", _("{actor} withdrew: {record}"), icon="undo", personal=_PERSONAL)
VOIDED = declare(
    "approval.voided", _("The decision no longer holds, since what it is about changed: {record}"), icon="warning",
    personal=_PERSONAL,
)  # fmt: skip
EXPIRED = declare("approval.expired", _("Nobody decided in time: {record}"), icon="clock", personal=_PERSONAL)
REMINDED = declare("approval.reminded", _("Still waits for a decision: {record}"), icon="bell", personal=_PERSONAL)
