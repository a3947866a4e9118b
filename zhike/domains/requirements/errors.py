"""What requirements may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoPath(Refused):
    """A verdict on what nobody looked at."""

    def __str__(self) -> str:
        return _("Look at one way to build it first: what it takes of days, money, people and technology.")


class NotConfirmed(Refused):
    """The ledger does not say that the client agreed."""

    def __str__(self) -> str:
        return _("The client has not confirmed these words yet.")
