"""What ideas may answer instead of doing it."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NotEnoughHours(Refused):
    """A trial of more hours than this quarter's budget still holds; `left` may be below zero."""

    def __init__(self, asked: Decimal, left: Decimal, budget: int) -> None:
        super().__init__()
        self.asked, self.left, self.budget = asked, left, budget

    def __str__(self) -> str:
        told = {"asked": in_words(self.asked), "left": in_words(max(self.left, Decimal(0))), "budget": self.budget}
        return _("Of this quarter’s %(budget)s trial hours %(left)s are left; %(asked)s are asked for.") % told


class NoClient(Refused):
    """A requirement of nobody."""

    def __str__(self) -> str:
        return _("The idea names no client who could want it. Name one, or make it a to-do of ours.")


class NotThatMany(Refused):
    """More hours taken back than were noted."""

    def __str__(self) -> str:
        return _("That many hours were not noted.")


def in_words(number: Decimal) -> str:
    """Hours in the reader's habit, without idle zeros: 2.5, 8."""
    return str(number_format(Decimal(number).normalize() + 0, use_l10n=True))
