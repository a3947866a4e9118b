"""What is refused about people, whoever asks."""

from django.utils.translation import gettext as _

from zhike.core.base.listing import listed
from zhike.core.lifecycle.errors import Refused


class RingOfManagers(Refused):
    """The manager works under the person; `args` are (manager, person)."""

    def __str__(self) -> str:
        return _("%(manager)s works under %(person)s, so it cannot be the other way round too.") % {
            "manager": self.args[0],
            "person": self.args[1],
        }


class StillAnswers(Refused):
    """The person still answers for things; `args` are (person, [(kind, how many)])."""

    def __str__(self) -> str:
        person, still = self.args
        things = listed(f"{one.label} ({number})" for one, number in still)
        return _("%(person)s still answers for: %(things)s. Hand it over first, or say that the deputies take it.") % {
            "person": person,
            "things": things,
        }


class LastAdministrator(Refused):
    """Nobody would be left who may administer."""

    def __str__(self) -> str:
        return _("Nobody else is an administrator. Make someone else one first; then this can be done.")
