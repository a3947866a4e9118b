"""What the ledger may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class ReadAgain(Refused):
    """The words changed between reading and answering."""

    def __str__(self) -> str:
        return _("This was changed in the meantime. Please read it again before you answer.")


class NeverBySilence(Refused):
    """Price, scope and what replaces something agreed need a clear yes."""

    def __str__(self) -> str:
        return _("Price, scope and changes of what was agreed are never agreed by silence. Ask for a clear yes.")
