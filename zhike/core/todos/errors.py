"""What a to-do may answer."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NotLater(Refused):
    """Snoozed until a day that is not in the future."""

    def __str__(self) -> str:
        return _("A to-do is put off until a later day. Choose tomorrow or a day after it.")
