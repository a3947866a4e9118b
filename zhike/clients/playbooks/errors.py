"""What a playbook may answer."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class AlreadyRunning(Refused):
    """It is at work on this client, or was started for this occasion before."""

    def __str__(self) -> str:
        return _("This playbook runs for this client already. Stop it first, or tick off what is left.")
