"""What silence may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NeedsAgreement(Refused):
    """The house's own rule binds no client."""

    def __str__(self) -> str:
        return _("Silence counts as a yes only where the client has agreed to that. Set it in a rule of the client’s.")
