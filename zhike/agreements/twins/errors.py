"""Why a twin is refused."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoSuchText(Refused):
    """The record has no text under this key, or it is empty."""

    def __str__(self) -> str:
        return _("There is no such text here any more. Open the page again.")


class Confirmed(Refused):
    """The words were confirmed as they stand: what was read with them stays."""

    def __str__(self) -> str:
        return _("It was confirmed as it stands: only what it lacks is added, and the text itself prevails.")


class OtherLines(Refused):
    """A list in the other language has another number of lines."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self.lines = lines

    def __str__(self) -> str:
        return _("Write one line for each of the %(count)d, in the same order.") % {"count": self.lines}


class SameLanguage(Refused):
    """The twin is in the language of the text."""

    def __str__(self) -> str:
        return _("Both wordings are in the same language. One is written in Chinese, the other in English.")
