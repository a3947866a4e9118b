"""Why a twin is refused."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoSuchText(Refused):
    """The record has no text under this key, or it is empty."""

    def __str__(self) -> str:
        return _("There is no such text here any more. Open the page again.")


class SameLanguage(Refused):
    """The twin is in the language of the text."""

    def __str__(self) -> str:
        return _("Both wordings are in the same language. One is written in Chinese, the other in English.")
