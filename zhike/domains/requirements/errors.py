"""What requirements may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NotConfirmed(Refused):
    """The ledger does not say that the client agreed."""

    def __str__(self) -> str:
        return _("The client has not confirmed these words yet.")
