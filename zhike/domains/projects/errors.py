"""What projects may answer instead of doing it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.base.listing import listed
from zhike.core.lifecycle.errors import Refused

NAMED = 3


class Unready(Refused):
    """Tasks of a running project without owner or day."""

    def __init__(self, tasks: Iterable[Any]) -> None:
        super().__init__()
        self.tasks = list(tasks)

    def __str__(self) -> str:
        more = len(self.tasks) - NAMED
        named = listed(f"“{one}”" for one in self.tasks[:NAMED]) + (f" (+{more})" if more > 0 else "")
        return _("Each task of a running project needs an owner and a day: %(tasks)s.") % {"tasks": named}


class Circular(Refused):
    """A task would wait for itself; `path` are the tasks on the way round."""

    def __init__(self, path: Iterable[Any]) -> None:
        super().__init__()
        self.path = list(path)

    def __str__(self) -> str:
        return _("These tasks would wait for each other: %(path)s.") % {
            "path": " → ".join(str(one) for one in self.path)
        }


class Unconfirmed(Refused):
    """A phase whose requirements nobody confirmed yet."""

    def __init__(self, entries: Iterable[Any]) -> None:
        super().__init__()
        self.entries = list(entries)

    def __str__(self) -> str:
        named = listed(f"“{one}”" for one in self.entries[:NAMED])
        return _("It cannot begin before the client has confirmed %(entries)s.") % {"entries": named}


class WaitsForNothing(Refused):
    """A phase without a requirement that is still to be confirmed."""

    def __str__(self) -> str:
        return _("It waits for no confirmation.")


class StillOpen(Refused):
    """A phase or a project with tasks or milestones that are open."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def __str__(self) -> str:
        return _("Something in it is still open (%(count)d). Finish or drop that first.") % {"count": self.count}


class NewerVersion(Refused):
    """An answer to a version that is no longer the newest."""

    def __str__(self) -> str:
        return _("There is a newer version by now. Please look at that one before you answer.")
