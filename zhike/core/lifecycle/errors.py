"""Why a verb refused. Pages show these as messages, the API as problem details (RFC 9457)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class Refused(Exception):
    """The verb changed nothing. `str(error)` says why, in a sentence in the reader's language."""


class Forbidden(Refused, PermissionDenied):
    """This person may not do this."""

    def __str__(self) -> str:
        return _("You may look at this, but not do that with it. Ask its owner or an administrator.")


class WrongState(Refused):
    """The record is not in a state from which the step starts; `state` is the one it is in."""

    def __init__(self, state: Any) -> None:
        super().__init__(state)
        self.state = state

    def __str__(self) -> str:
        return _("Someone was quicker: it is “%(state)s” by now.") % {"state": self.state}


class StaleEdit(Refused):
    """The record changed since the person opened it; `current` is how it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(current)
        self.current = current

    def __str__(self) -> str:
        return _("This was changed by someone else while you were editing. Both versions are shown.")


class Replaced(Refused):
    """Only one record of its kind may be active at a time, and another one is."""

    def __str__(self) -> str:
        return _("Another one like it stands already. Put that one away first.")


class VerbInsideVerb(RuntimeError):
    """A programming error: a verb called another one on the same record."""
