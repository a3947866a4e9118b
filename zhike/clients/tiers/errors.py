"""What a tier given by hand may answer."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class SameTier(Refused):
    """It is the client's tier already."""

    def __str__(self) -> str:
        return _("The client is in this tier already.")


class Over(Refused):
    """The last day for which it was asked has passed."""

    def __str__(self) -> str:
        return _("The last day for which this was asked has passed. It has to be asked anew.")
