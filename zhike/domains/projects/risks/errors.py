"""What risks may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoOption(Refused):
    """A difficulty without a way out."""

    def __str__(self) -> str:
        return _("Add at least one option first. The client hears of a difficulty together with what can be done.")
