"""What a clock may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class AlreadyRunning(Refused):
    """The record has an open deadline of this name."""

    def __str__(self) -> str:
        return _("The clock for “%(name)s” runs already. Meet or cancel it first.") % {"name": _(self.args[0])}


class WrongClock(Refused):
    """The clock has ended, stands still, or runs, when the verb needs the other."""

    def __str__(self) -> str:
        return _("The clock for “%(name)s” has been stopped, paused or taken up again by now. Look again.") % {
            "name": _(self.args[0])
        }
