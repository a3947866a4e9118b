"""What can happen in the ledger."""

from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import way_words
from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "words", "reason", "now")

PROMISED = declare("agreement.promised", _("{actor} promised: “{record}”"), icon="promise", personal=_PERSONAL)
PROMISED_US = declare(
    "agreement.promised_us", _("{actor} noted what they promised us: “{record}”"), icon="promise", personal=_PERSONAL
)
EXPECTED = declare("agreement.expected", _("{actor} noted an expectation: “{record}”"), icon="eye", personal=_PERSONAL)
DECIDED = declare("agreement.decided", _("{actor} noted a decision: “{record}”"), icon="check", personal=_PERSONAL)
CLAUSED = declare("agreement.claused", _("{actor} noted a clause: “{record}”"), icon="ledger", personal=_PERSONAL)
CONSTRAINED = declare(
    "agreement.constrained", _("{actor} noted a constraint: “{record}”"), icon="lock", personal=_PERSONAL
)
CONFIRMED = declare(
    "agreement.confirmed", _("“{record}” is confirmed: {way} · {who}"), icon="promise", personal=_PERSONAL,
    reminds=True, words={"way": way_words},
)  # fmt: skip
QUESTIONED = declare(
    "agreement.questioned", _("{who} asks about “{record}”: {words}"), icon="question", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
READ_BACK = declare(
    "agreement.read_back", _("{actor} asked {who} to confirm “{record}”"), icon="send", personal=_PERSONAL
)
RETRACTED = declare(
    "agreement.retracted", _("{who} took back the confirmation of “{record}”"), icon="undo", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
APPROVAL_ASKED = declare(
    "agreement.approval_asked", _("{actor} asked whether “{record}” may be promised: {reason}"), icon="question",
    personal=_PERSONAL,
)  # fmt: skip
ALLOWED = declare("agreement.allowed", _("{who} agreed that “{record}” is promised"), icon="check", personal=_PERSONAL)
CAUTIONS_SET = declare("agreement.cautions_set", _("{actor} changed which promises need an approval"), icon="settings")
AT_RISK = declare(
    "agreement.at_risk", _("“{record}” will hardly be kept in time ({percent} in 100): tell them early"),
    icon="warning", personal=_PERSONAL, reminds=True,
)  # fmt: skip
KEPT = declare("agreement.kept", _("“{record}” was kept"), icon="promise", personal=_PERSONAL)
MET = declare("agreement.met", _("“{record}” was met"), icon="check", personal=_PERSONAL)
ASKED_AGAIN = declare(
    "agreement.asked_again",
    _("{actor} asked how “{record}” stands: {outcome} of 5. {words}"),
    icon="eye",
    personal=_PERSONAL,
)
BROKEN = declare("agreement.broken", _("“{record}” was not kept: {reason}"), icon="stop", personal=_PERSONAL)
RENEGOTIATED = declare(
    "agreement.renegotiated", _("{actor} renegotiated “{record}”: {reason}"), icon="repeat", personal=_PERSONAL
)
SUPERSEDED = declare("agreement.superseded", _("“{record}” was replaced by “{now}”"), icon="repeat", personal=_PERSONAL)
WAIVED = declare("agreement.waived", _("“{record}” was waived: {reason}"), icon="neutral", personal=_PERSONAL)
WITHDRAWN = declare("agreement.withdrawn", _("“{record}” was withdrawn: {reason}"), icon="close", personal=_PERSONAL)
REOPENED = declare("agreement.reopened", _("“{record}” was opened again: {reason}"), icon="undo", personal=_PERSONAL)
REMEMBERED = declare(
    "agreement.remembered", _("“{record}” was brought up and still known"), icon="check", personal=_PERSONAL
)
FORGOTTEN = declare(
    "agreement.forgotten", _("“{record}” was brought up and forgotten"), icon="question", personal=_PERSONAL
)
