"""What the gate may answer instead of letting a deliverable through."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.core.base.listing import listed
from zhike.core.lifecycle.errors import Refused

NAMED = 3


class NotGoodEnough(Refused):
    """A check fails, or a defect is too grave; `checks` and `defects` are those."""

    def __init__(self, checks: Sequence[Any], defects: Sequence[Any]) -> None:
        super().__init__()
        self.checks, self.defects = checks, defects

    def __str__(self) -> str:
        reasons = []
        if n := len(self.checks):
            words = ngettext("%(n)d check fails: %(which)s.", "%(n)d checks fail: %(which)s.", n)
            reasons.append(words % {"n": n, "which": _named(self.checks)})
        if n := len(self.defects):
            words = ngettext("%(n)d defect is too grave: %(which)s.", "%(n)d defects are too grave: %(which)s.", n)
            reasons.append(words % {"n": n, "which": _named(self.defects)})
        return _("It is not good enough for the client yet.") + " " + " ".join(reasons)


class NothingToTry(Refused):
    """A check of a deliverable without a version."""

    def __str__(self) -> str:
        return _("There is no version yet to try it on.")


def _named(records: Sequence[Any]) -> str:
    more = len(records) - NAMED
    return str(listed(f"“{one}”" for one in records[:NAMED])) + (f" (+{more})" if more > 0 else "")
