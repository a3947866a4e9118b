"""What writing a letter may answer."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NoAddress(Refused):
    """There is nowhere to send it; `args` are (the person's name,)."""

    def __str__(self) -> str:
        return _("%(person)s has no e-mail address. Add one, or choose another way.") % {"person": self.args[0]}


class OddAddress(Refused):
    """Not an address; `args` are (what was said,)."""

    def __str__(self) -> str:
        return _("“%(said)s” is not an e-mail address. Look for blanks and odd characters.") % {"said": self.args[0]}


class BrokenHeader(Refused):
    """A subject, a name or a header with a line break would smuggle in headers of its own."""

    def __str__(self) -> str:
        return _("The subject of a mail is one line, without line breaks or control characters.")
