"""What the client confirms of a project: a plan that was frozen, the charter, the review of an iteration."""

from typing import Any

from zhike.agreements.choices import UNSETTLED, State
from zhike.agreements.models import Decision


class Confirmable:
    """`entry` is the decision of the client's by which they confirm it; None before anybody asked.

    The record says in `into_ledger(contact, by=)` how they are asked. The two methods are bodies for its steps, and
    return what the event says.
    """

    entry: Any
    into_ledger: Any

    @property
    def is_unconfirmed(self) -> bool:
        """Nobody asked yet, or they have not answered."""
        return self.entry is None or self.entry.state in UNSETTLED

    @property
    def stands_as(self) -> str:
        """In a word: "asked", "confirmed", "replaced", or "" before anybody was asked."""
        if self.entry is None:
            return ""
        if self.entry.state == State.SUPERSEDED:
            return "replaced"
        return "confirmed" if self.entry.state == State.CONFIRMED else "asked"

    def put_to(self, contact: Any, *, by: Any) -> dict[str, Any]:
        """It stands in the ledger as a decision of theirs to be made."""
        self.entry = self.entry or self.into_ledger(contact, by=by)
        return {"name": str(self), "who": contact.called, "entry": self.entry.pk}

    def confirmed_by_hand(self, contact: Any, *, by: Any, how: str, words: str) -> dict[str, Any]:
        """They said yes by another way than the link."""
        told = self.put_to(contact, by=by)
        Decision.objects.get(pk=self.entry.pk).confirm(by=by, contact=contact, how=how, words=words)
        self.entry.refresh_from_db()
        return told | {"how": how}
