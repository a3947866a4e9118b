"""What a strategy may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class DraftThere(Refused):
    """One draft at a time."""

    def __str__(self) -> str:
        return _("There is a draft already. Go on with that one, or archive it first.")


class NothingWritten(Refused):
    def __str__(self) -> str:
        return _("No section is written yet. Write at least one first.")
