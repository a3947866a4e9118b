"""What a move may answer: which rule speaks against it."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class MoveRefused(Refused):
    """`reasons` are sentences in the reader's language; each names the rule, or the condition, that fails."""

    def __init__(self, client: Any, stage: Any, reasons: list[str]) -> None:
        super().__init__(client, stage, reasons)
        self.client, self.stage, self.reasons = client, stage, reasons

    def __str__(self) -> str:
        words = _("%(client)s stays where it is, it cannot move to “%(stage)s”. %(reasons)s")
        return words % {"client": self.client, "stage": self.stage, "reasons": " ".join(self.reasons)}


class AlreadyThere(Refused):
    def __str__(self) -> str:
        return _("The client stands in this stage already.")


class ReasonMissing(Refused):
    def __str__(self) -> str:
        return _("A move against the rules needs a reason. Write why.")
