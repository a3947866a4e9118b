"""Why two records are not merged, or not taken apart."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class CannotMerge(Refused):
    """The reason is a sentence."""


def same() -> CannotMerge:
    return CannotMerge(_("This is one and the same record."))


def merged_already(record: Any, into: Any) -> CannotMerge:
    return CannotMerge(
        _("%(one)s was merged into %(other)s already. Merge that one, or take them apart first.")
        % {"one": record.reference, "other": into.reference}
    )


def put_away(record: Any) -> CannotMerge:
    return CannotMerge(_("%(one)s is archived. Bring it back first.") % {"one": record})


def apart_already() -> CannotMerge:
    return CannotMerge(_("These two have been taken apart already."))


def winner_merged(winner: Any, into: Any) -> CannotMerge:
    return CannotMerge(
        _("%(one)s has itself been merged into %(other)s since. Undo that merge first.")
        % {"one": winner, "other": into}
    )


def erased() -> CannotMerge:
    return CannotMerge(_("A person in this merge was erased; what is gone cannot be taken apart."))
