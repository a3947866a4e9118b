"""What a journey may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class AtTheEdge(Refused):
    """Nothing stands on that side."""

    def __str__(self) -> str:
        return _("It stands at that end already.")
