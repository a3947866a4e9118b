"""What the rules of engagement may answer."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoRounds(Refused):
    """The clause is none about rounds, or is not in force."""

    def __str__(self) -> str:
        return _("This clause includes no rounds, or nobody has confirmed it. Choose another one.")


class OtherClient(Refused):
    """What should have used the round is about another client."""

    def __str__(self) -> str:
        return _("This belongs to another client. A round is used by something of the same client.")


class UsedAlready(Refused):
    """The record has used one, or the round was taken back."""

    def __str__(self) -> str:
        return _("This was noted already. Look at the rounds again.")
