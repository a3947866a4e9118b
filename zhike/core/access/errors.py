"""What is refused about people, whoever asks."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class RingOfManagers(Refused):
    """The manager works under the person; `args` are (manager, person)."""

    def __str__(self) -> str:
        return _("%(manager)s works under %(person)s, so it cannot be the other way round too.") % {
            "manager": self.args[0],
            "person": self.args[1],
        }


class LastAdministrator(Refused):
    """Nobody would be left who may administer."""

    def __str__(self) -> str:
        return _("Nobody else is an administrator. Make someone else one first; then this can be done.")
