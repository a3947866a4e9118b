"""What the ledger may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class ReadAgain(Refused):
    """The words changed between reading and answering."""

    def __str__(self) -> str:
        return _("This was changed in the meantime. Please read it again before you answer.")
