"""What requirements may answer instead of doing it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.reasonable import left_out
from zhike.core.base.listing import listed
from zhike.core.lifecycle.errors import Refused

NAMED = 3


class NoPath(Refused):
    """A verdict on what nobody looked at."""

    def __str__(self) -> str:
        return _("Look at one way to build it first: what it takes of days, money, people and technology.")


class Undecided(Refused):
    """Somebody else at the client's wants what contradicts it; `others` are those wishes."""

    def __init__(self, others: Iterable[Any]) -> None:
        super().__init__()
        self.others = list(others)

    def __str__(self) -> str:
        named = listed(f"“{one}” ({one.contact.called})" for one in self.others[:NAMED])
        return _("It contradicts %(others)s. Whoever decides at the client’s has to confirm which one holds.") % {
            "others": named
        }


class NotConfirmed(Refused):
    """The ledger does not say that the client agreed."""

    def __str__(self) -> str:
        return _("The client has not confirmed these words yet.")


class NotIncluded(Refused):
    """A clause says that it is not part of the work; `clauses` are those."""

    def __init__(self, clauses: Iterable[Any]) -> None:
        super().__init__()
        self.clauses = list(clauses)

    def __str__(self) -> str:
        said = " ".join(left_out(one) for one in self.clauses[:NAMED])
        return _("%(said)s Say how that was settled with the client.") % {"said": said}


class MovedMeanwhile(Refused):
    """Somebody else moved or changed it after this person looked; `where` it stands now."""

    def __init__(self, requirement: Any) -> None:
        super().__init__()
        self.where = requirement.spot_words
        self.what = str(requirement)

    def __str__(self) -> str:
        return _("Someone changed “%(what)s” meanwhile; it stands here now: %(where)s. Nothing was moved.") % {
            "what": self.what, "where": self.where,
        }  # fmt: skip


class NowhereToGo(Refused):
    """The map has no such place."""

    def __str__(self) -> str:
        return _("There is nothing on that side.")
