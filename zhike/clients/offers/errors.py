"""What an offer may answer instead of being given."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class Over(Refused):
    """Its last day has passed."""

    def __str__(self) -> str:
        return _("Its last day has passed. Choose a later one first.")


class NotForThem(Refused):
    """It cannot be offered to this client, or not be redeemed; the reason is a sentence."""

    def __init__(self, reason: Any) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)
