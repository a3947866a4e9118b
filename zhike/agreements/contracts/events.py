"""What can happen to a contract and to what is paid."""

from django.utils.translation import gettext_lazy as _

from zhike.core.base.money import as_told
from zhike.core.timeline.kinds import declare
from zhike.core.ui.dates import told_day

_PERSONAL = ("name", "who", "reason", "words", "text")

DRAFTED = declare("contract.drafted", _("{actor} began the contract “{record}”"), icon="file", personal=_PERSONAL)
WROTE = declare(
    "contract.wrote", _("{actor} changed the clauses of “{record}”"), icon="file", personal=_PERSONAL, quiet=True
)
SENT = declare(
    "contract.sent", _("{actor} sent “{record}” to {who} to be signed, edition {edition}"), icon="send",
    personal=_PERSONAL,
)  # fmt: skip
READ = declare("contract.read", _("{who} read “{record}” to the end"), icon="eye", personal=_PERSONAL)
SIGNED = declare(
    "contract.signed", _("{who} signed “{record}”, edition {edition}"), icon="promise", personal=_PERSONAL, reminds=True
)
DECLINED = declare(
    "contract.declined", _("{who} did not sign “{record}”: {reason}"), icon="stop", personal=_PERSONAL, reminds=True
)
ASKED = declare(
    "contract.asked", _("{who} asks about “{record}”: {words}"), icon="question", personal=_PERSONAL, reminds=True
)
STUCK = declare(
    "contract.stuck", _("{who} cannot sign “{record}”: a clause of it was changed since. Send it anew"), icon="warning",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
TAKEN_BACK = declare(
    "contract.taken_back", _("{actor} took “{record}” back to change it: {reason}"), icon="undo", personal=_PERSONAL
)
KEPT_AS_SIGNED = declare(
    "contract.kept_as_signed", _("“{record}” stays as it was signed: {reason}"), icon="undo", personal=_PERSONAL
)
VOIDED = declare("contract.voided", _("{actor} made “{record}” void: {reason}"), icon="close", personal=_PERSONAL)
ENDED = declare("contract.ended", _("“{record}” ended"), icon="leave", personal=_PERSONAL)
HEAD_NOTED = declare(
    "contract.head_noted", _("What the head of “{record}” says was taken down in the ledger"), icon="ledger",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip
RENEWED = declare(
    "contract.renewed", _("“{record}” goes on until {until}"), icon="repeat", personal=_PERSONAL,
    words={"until": told_day},
)  # fmt: skip
ENDS_SOON = declare(
    "contract.ends_soon", _("“{record}” ends on {until}; say by {by} what shall be"), icon="calendar",
    personal=_PERSONAL, reminds=True, words={"until": told_day, "by": told_day},
)  # fmt: skip

PLANNED = declare("payment.planned", _("{actor} planned the payment “{record}”"), icon="money", personal=_PERSONAL)
INVOICED = declare("payment.invoiced", _("{actor} invoiced “{record}”: {number}"), icon="money", personal=_PERSONAL)
RECEIVED = declare(
    "payment.received", _("{amount} was received for “{record}”"), icon="money", personal=_PERSONAL,
    words={"amount": as_told},
)  # fmt: skip
TOOK_BACK_INVOICE = declare(
    "payment.took_back_invoice", _("{actor} took back the invoice of “{record}”: {reason}"), icon="undo",
    personal=_PERSONAL,
)  # fmt: skip
CORRECTED = declare(
    "payment.corrected", _("{actor} struck a receipt of {amount} from “{record}”: {reason}"), icon="undo",
    personal=_PERSONAL, words={"amount": as_told},
)  # fmt: skip
DROPPED = declare("payment.dropped", _("{actor} dropped “{record}”: {reason}"), icon="close", personal=_PERSONAL)
BILLED_TO = declare(
    "billing.added", _("{actor} noted what invoices are made out to: “{record}”"), icon="money", personal=_PERSONAL
)
