"""What an approval may answer instead of being asked or decided."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class AlreadyAsked(Refused):
    """The same question about the same record waits already; `approval` is it."""

    def __init__(self, approval: Any) -> None:
        super().__init__(approval)
        self.approval = approval

    def __str__(self) -> str:
        return _("This has been asked already and waits for a decision: %(reference)s. Withdraw it to ask anew.") % {
            "reference": self.approval.reference
        }


class NobodyDecides(Refused):
    """Nobody may decide this, not even the person who asks."""

    def __str__(self) -> str:
        return _("Nobody may decide this. Give someone a manager, or ask an administrator.")


class Changed(Refused):
    """What was asked about is no longer what it was."""

    def __str__(self) -> str:
        return _("What you were asked about has changed since. It has to be asked anew.")


class ReasonMissing(Refused):
    """A refusal without a reason helps nobody."""

    def __str__(self) -> str:
        return _("Say why you refuse: who asked must know what to do differently.")
