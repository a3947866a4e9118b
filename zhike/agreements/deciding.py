"""The people of an agreement: who could decide what for the client, on the two sides of an answer of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.agreements.differing import marked
from zhike.clients.rights.models import Right
from zhike.core.ui.dates import dated_words


@dataclass(frozen=True)
class Deciding:
    """One right; where a side is None it stood only on the other."""

    before: Right | None
    after: Right | None

    @property
    def right(self) -> Any:
        return self.after or self.before

    @property
    def change(self) -> str:
        """As of a `Pair`, by what is read."""
        if self.before is None or self.after is None:
            return "new" if self.before is None else "gone"
        return "" if words_of(self.before) == words_of(self.after) else "changed"

    @property
    def marked(self) -> tuple[SafeString, SafeString]:
        """The words of both sides, with what differs marked."""
        return marked(*(words_of(one) if one else "" for one in (self.before, self.after)))


def beside(before: Iterable[Right], after: Iterable[Right]) -> list[Deciding]:
    left, right = ({one.pk: one for one in those} for those in (before, after))
    return [Deciding(left.get(pk), right.get(pk)) for pk in dict.fromkeys([*right, *left])]


def words_of(right: Right) -> str:
    """The person, the power and its bounds."""
    said = [right.contact.called, str(right.get_power_display())]
    if right.limit:
        said.append(_("up to %(amount)s") % {"amount": right.limit})
    if right.since:
        said.append(_("since %(day)s") % {"day": dated_words(right.since)})
    if right.until:
        said.append(_("until %(day)s") % {"day": dated_words(right.until)})
    return " · ".join(said)
