"""Why a person is not erased."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class CannotErase(Refused):
    """The reason is a sentence."""


def merged(person: Any) -> CannotErase:
    return CannotErase(
        _("%(one)s is part of %(other)s. Erase that one: this one goes with it.")
        % {"one": person.reference, "other": person.merged_into.reference}
    )


def no_reason() -> CannotErase:
    return CannotErase(_("Say why: the reason is kept with the record of the erasure."))
