"""What a tryout may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NotTried(Refused):
    """Nobody said yet how it went."""

    def __str__(self) -> str:
        return _("Nobody has tried this yet. Note first how it went.")


class FollowedUp(Refused):
    """A requirement or a defect was made of it already."""

    def __str__(self) -> str:
        return _("Something was made of this already.")
