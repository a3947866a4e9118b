"""What a to-do may answer."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NotLater(Refused):
    """Snoozed until a day that is not in the future."""

    def __str__(self) -> str:
        return _("A to-do is put off until a later day. Choose tomorrow or a day after it.")


class Unseeing(Refused):
    """It would belong to someone who does not see what it is about."""

    def __init__(self, person: Any, record: Any) -> None:
        super().__init__(person, record)
        self.said = {"person": person, "record": record}

    def __str__(self) -> str:
        words = _("%(person)s does not see “%(record)s” and cannot do this. Choose someone else or let them watch it.")
        return words % self.said
