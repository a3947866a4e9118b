"""What an inquiry may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NothingSaid(Refused):
    """There is no answer yet to make something of."""

    def __str__(self) -> str:
        return _("This question has no answer yet. Note it first.")


class BecameOne(Refused):
    """A requirement was made of this answer already."""

    def __str__(self) -> str:
        return _("A requirement was made of this answer already.")
