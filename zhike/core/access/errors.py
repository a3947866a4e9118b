"""What is refused about people, whoever asks."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class LastAdministrator(Refused):
    """Nobody would be left who may administer."""

    def __str__(self) -> str:
        return _("Nobody else is an administrator. Make someone else one first; then this can be done.")
