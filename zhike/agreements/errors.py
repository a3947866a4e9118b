"""What the ledger may answer instead of doing it."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class ReadAgain(Refused):
    """The words changed between reading and answering."""

    def __str__(self) -> str:
        return _("This was changed in the meantime. Please read it again before you answer.")


class NeedsApproval(Refused):
    """Somebody who leads has to agree first; `promise` is what it is about."""

    def __init__(self, promise: Any) -> None:
        super().__init__(promise)
        self.promise = promise

    def __str__(self) -> str:
        return _("“%(promise)s” needs an approval before it is promised. Ask for it on its page.") % {
            "promise": self.promise
        }


class OnlyWithContract(Refused):
    """It is a line of the head of a contract, which alone moves it; `entry` is the line."""

    def __init__(self, entry: Any) -> None:
        super().__init__(entry)
        self.entry = entry

    def __str__(self) -> str:
        return _(
            "“%(line)s” stands in the head of contract %(contract)s and moves only with it: "
            "when the contract is signed, changed, made void, or ends."
        ) % {"line": self.entry, "contract": self.entry.source_text}


class NeverBySilence(Refused):
    """Price, scope and what replaces something agreed need a clear yes."""

    def __str__(self) -> str:
        return _("Price, scope and changes of what was agreed are never agreed by silence. Ask for a clear yes.")
