"""What charters may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NothingToConfirm(Refused):
    """A project that says neither what for nor what is in it."""

    def __str__(self) -> str:
        return _("There is nothing to confirm yet: say what the project is for, or what is in it.")
