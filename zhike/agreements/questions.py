"""What the ledger asks others to agree to."""

from django.utils.translation import gettext_lazy as _

from zhike.agreements.approving import NAME, allow, deciders
from zhike.core.approval.registry import Question, register

register(
    Question(
        NAME,
        _("May we promise this? “{about}”"),
        deciders,
        approved=allow,
        labels={"against": _("what speaks against it"), "due": _("due"), "owner": _("looked after by")},
        watches=("owner", "state"),
    )
)
